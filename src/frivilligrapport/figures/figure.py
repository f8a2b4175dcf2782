"""One reported figure, with everything the register says of it."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from frivilligrapport.grammar.quantity import Bounds, Precision, Quantity
from frivilligrapport.models.enheder import Enhed
from frivilligrapport.problems import Location


class StateGroup(StrEnum):
    """The state group of a figure; only figures of the same group are added (number grammar, section 3 rule 1)."""

    GENNEMFOERT = "gennemført"
    KOMMENDE = "kommende"
    ANDET_AAR = "andet år"
    OPHOERT = "ophørt"
    AFLYST = "aflyst"
    UOPLYST = "uoplyst"


SUMMED = (StateGroup.GENNEMFOERT, StateGroup.KOMMENDE)


class FigurePart(StrEnum):
    """Which part of a reported `tal` a figure is; the value ends the figure's id."""

    ANTAL = ""
    FORRIGE_AAR = "forrige-aar"
    PAA_VEJ = "paa-vej"
    HERAF = "heraf"
    ANDEL = "andel"


SUMMED_PARTS = (FigurePart.ANTAL, FigurePart.PAA_VEJ)


class Reckoning(StrEnum):
    """Name what was done to a figure, where its bounds are not those of the words typed as `antal`."""

    LIMITED = "mindst og højst"
    COMING_OUT = "på vej trukket fra"
    COMING_UNSURE = "på vej måske med"


class Tags(NamedTuple):
    """Name what an indsats is about and where it happens, as the municipality does: what totals can be split by.

    Empty when the file says nothing, ("uoplyst",) when it says so.
    """

    temaer: tuple[str, ...] = ()
    bydele: tuple[str, ...] = ()
    maalgrupper: tuple[str, ...] = ()
    lokaludvalg: tuple[str, ...] = ()


NO_TAGS = Tags()


Subject = tuple[str, str]  # a forvaltning and one of its indsatser, "" for the forvaltning as a whole


class Origin(NamedTuple):
    """Tell who reported a figure and about what. `indsats` is "" for a figure of the forvaltning as a whole.

    `hoerer_til` is the nearest indsats above it that has figures. `columns` are the words of the indsats' fields that
    the register has a column of, by field.
    """

    aar: int
    forvaltning: str
    indsats: str = ""
    indsats_navn: str = ""
    hoerer_til: str = ""
    faelles: str = ""
    taeller_hos: str = ""
    bidragyder: str = ""
    tilstand: str = ""
    tags: Tags = NO_TAGS
    columns: tuple[tuple[str, str], ...] = ()

    @property
    def subject(self) -> Subject:
        """Give what the figure is about."""
        return self.forvaltning, self.indsats

    @property
    def om(self) -> str:
        """Name what the figure is about: the indsats, or "hele forvaltningen"."""
        return self.indsats_navn or "hele forvaltningen"


class Figure(NamedTuple):
    """One reported figure, from the file to the page.

    `bounds` is what the figure itself says, None when nothing is known. `contribution` is what it adds to a total: None
    when it does not count or is not known; a parent's includes its children. `quantified` is the contribution's part
    that has a number. `why_not` says in Danish why a figure does not count, "" when it does. `owner` is the forvaltning
    that the figure counts for, and `counted_from` the one whose figure of a shared thing counts, "" for all else.
    `counted_in` is the id of the figure that it is counted inside, "" when it stands by itself.
    `base` is the number that a share is of, and `share_of` what it is of; None and "" when it is no share or not known.
    `in_doubt` is how much of the contribution's lower bound the year's total leaves out: others may have counted it.
    `holds` are the figures with a number that one without a number counts inside itself, each as it would count alone.
    `reckoned` names, in order, what was done to the words typed. `columns` are the words of the fields that the
    register has a column of, by field.
    """

    id: str
    origin: Origin
    enhed: Enhed
    maerke: str
    part: FigurePart
    group: StateGroup
    quantity: Quantity
    bounds: Bounds | None
    location: Location
    owner: str
    reckoned: tuple[Reckoning, ...] = ()
    why_not: str = ""
    contribution: Bounds | None = None
    quantified: Bounds | None = None
    counted_from: str = ""
    counted_in: str = ""
    holds: tuple["Figure", ...] = ()
    in_doubt: Decimal = Decimal(0)
    base: Decimal | None = None
    share_of: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    forklaring: str = ""

    def said(self, field: str) -> str:
        """Give the words of a field that the register has a column of: the figure's, else its indsats'; "" for none."""
        return next((words for name, words in (*self.columns, *self.origin.columns) if name == field), "")

    @property
    def enhed_og_maerke(self) -> str:
        """Name what it counts, with its label, such as "møder (board)"."""
        return f"{self.enhed.flertal} ({self.maerke})" if self.maerke else self.enhed.flertal

    @property
    def enhed_og_del(self) -> str:
        """Name what it counts, and which part of the reported figure it is."""
        match self.part:
            case FigurePart.HERAF:
                return f"{self.enhed.flertal}, heraf {self.maerke}"
            case FigurePart.FORRIGE_AAR:
                return f"{self.enhed_og_maerke} i {self.origin.aar - 1}"
            case FigurePart.PAA_VEJ:
                return f"{self.enhed_og_maerke} på vej"
            case FigurePart.ANDEL:
                return f"{self.enhed_og_maerke} (andel)"
        return self.enhed_og_maerke

    @property
    def metode(self) -> str:
        """Say how it was found."""
        return self.said("metode")

    @property
    def counts(self) -> bool:
        """Tell whether it is part of a total."""
        return not self.why_not

    @property
    def text(self) -> str:
        """Print it as it was meant, in normal Danish."""
        return self.quantity.text()

    @property
    def precision(self) -> Precision:
        """Say how sure it is."""
        return self.quantity.precision

    @property
    def point(self) -> Decimal | None:
        """Give the one number that it names; None when it names none."""
        return self.quantity.point(self.base)

    @property
    def derived(self) -> bool:
        """Tell whether its bounds are other than its own words say."""
        return bool(self.reckoned)

    @property
    def adds_otherwise(self) -> bool:
        """Tell whether it adds something else to a total than its own words say."""
        return self.derived or self.contribution not in {None, self.bounds}

    @property
    def adds(self) -> Bounds | None:
        """Give what it adds to the year's total: its contribution, less what others may have counted."""
        return self.contribution.holding_back(self.in_doubt) if self.contribution else None

    @property
    def is_known(self) -> bool:
        """Tell whether it says anything at all."""
        return self.bounds is not None

    @property
    def is_unspecified(self) -> bool:
        """Tell whether it is a word such as "mange"."""
        return self.precision is Precision.UNSPECIFIED

    @property
    def is_unknown(self) -> bool:
        """Tell whether it was answered with "uoplyst"."""
        return self.precision is Precision.UNKNOWN
