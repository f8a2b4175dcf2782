"""The follow-up of a policy: what a year has done about each of its points, and about what was promised."""

from collections.abc import Iterator

from frivilligrapport.documents.document_type import Document, DocumentType
from frivilligrapport.documents.parts.contents import Indholdsled
from frivilligrapport.documents.parts.cover import Forside, draft_text, front, publisher
from frivilligrapport.documents.policy.chapter import Bevis, Politikvisning, follow_up
from frivilligrapport.documents.policy.policy_data import PolicyData, policies
from frivilligrapport.documents.year_data import YearData
from frivilligrapport.fast_start import Frozen
from frivilligrapport.models.fields.base import in_words
from frivilligrapport.models.lister import UOPLYST

_NAME = "politikopfoelgning"
_OVERBLIK = Indholdsled("overblik", "Overblik")
_PUNKT_FOR_PUNKT = Indholdsled("punkt-for-punkt", "Punkt for punkt")
_OVERSKREDET = Indholdsled("overskredet", "Det, der skulle være fulgt op")
_LOEFTER = Indholdsled("loefter", "Løfter fra den forrige plan")
_HENVIST = Indholdsled("indsatser", "Indsatser, der er henvist til")
_BEMAERKNING = Indholdsled("om-politikken", "Om politikken")


class Politikopfoelgningsdokument(Frozen):
    """Everything the templates place. `beviser` are the indsatser that answers point at, each once."""

    forside: Forside
    kolofon: tuple[tuple[str, str], ...]
    udkast: str
    visning: Politikvisning
    beviser: tuple[Bevis, ...]
    overblik: Indholdsled = _OVERBLIK
    punkt_for_punkt: Indholdsled = _PUNKT_FOR_PUNKT
    overskredet: Indholdsled = _OVERSKREDET
    loefter: Indholdsled = _LOEFTER
    henvist: Indholdsled = _HENVIST
    bemaerkning: Indholdsled = _BEMAERKNING

    @property
    def indhold(self) -> tuple[Indholdsled, ...]:
        """Give the table of contents: every chapter that is there."""
        shown = self.visning
        chapters = (
            (self.overblik, True),
            (self.punkt_for_punkt, shown.punkter),
            (self.overskredet, shown.forfaldne),
            (self.loefter, shown.loefter),
            (self.henvist, self.beviser),
            (self.bemaerkning, shown.bemaerkning),
        )
        return tuple(head for head, content in chapters if content)


def make(policy_data: PolicyData) -> Politikopfoelgningsdokument:
    """Make the follow-up of one policy in one year."""
    politik = policy_data.politik
    shown = follow_up(policy_data)
    found = (one for point in shown.punkter for line in point.linjer for one in line.beviser)
    return Politikopfoelgningsdokument(
        forside=front(
            policy_data, "Opfølgning på politikken", f"{politik.titel}, opfølgning for {policy_data.aar}", ()
        ),
        kolofon=(
            ("Udgiver", publisher(policy_data) or UOPLYST),
            ("Politik", str(politik.titel)),
            ("Vedtaget", in_words(politik.vedtaget) or UOPLYST),
            ("Gælder", in_words(politik.gyldig) or UOPLYST),
            ("År", str(policy_data.aar)),
        ),
        udkast=draft_text(policy_data),
        visning=shown,
        beviser=tuple(dict.fromkeys(one for one in found if one.id)),
    )


def _documents(year_data: YearData) -> Iterator[Document]:
    """Make one document for each policy whose points are known; the report's own chapter says so of the others."""
    found = [policy_data for policy_data in policies(year_data) if policy_data.politik.points]
    for policy_data in found:
        yield Document(_NAME if len(found) == 1 else f"{_NAME}-{policy_data.fil.id}", make(policy_data))


DOCUMENT = DocumentType(
    name=_NAME, title="Opfølgning på politikken", make=_documents, shows=Politikopfoelgningsdokument, rank=30
)
