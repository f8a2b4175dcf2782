"""The municipality's taste in its documents: `udseende`, logo and colours, and `tekster`, words, in kommune.yaml."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar, Self

from frivilligrapport.danish import join_words, nearest_words, quote
from frivilligrapport.fast_start import pattern
from frivilligrapport.models.fields.base import Felter, field
from frivilligrapport.models.fields.leaves import Sti, Text, filled
from frivilligrapport.models.lister import said
from frivilligrapport.problems import Fault, error
from frivilligrapport.reading.tree import ScalarNode

_EXAMPLE = "# fil: kommune.yaml\nudseende:\n  farver:\n    hovedfarve: {}"
BAD_COLOUR = error(
    "FR110",
    "Farven kan ikke læses",
    "En farve skrives med seks tegn, to for rødt, to for grønt og to for blåt, som i kommunens designmanual. "
    "Sæt den i anførselstegn, når den begynder med #, for ellers er resten af linjen en kommentar.",
    _EXAMPLE.format("petroleumsblå"),
    _EXAMPLE.format('"#14485c"'),
)
_COLOUR = pattern(r"#?([0-9a-fA-F]{6})")
_SHORT = pattern(r"(#?)([0-9a-fA-F])([0-9a-fA-F])([0-9a-fA-F])")


class Farve(Text):
    """A colour: # and six small hexadecimal digits, whichever way it was typed."""

    own_words = False

    @classmethod
    def read(cls, scalar: ScalarNode) -> Self:
        """Read the value."""
        text = filled(scalar)
        short = _SHORT.fullmatch(text)
        found = _COLOUR.fullmatch(short.expand(r"\1\2\2\3\3\4\4") if short else text)
        if not found:
            hint = 'Skriv farven med seks tegn, for eksempel "#14485c"'
            raise Fault(BAD_COLOUR, f"{quote(text)} er ikke en farve.", hint)
        return cls.of(f"#{found[1].lower()}", scalar)


class Farver(Felter):
    """The house's colours; one that is not given is the program's own."""

    hovedfarve: Farve | None = field(
        'Overskrifter, forside og søjler, fx "#14485c" i anførselstegn. Den skal kunne bære hvid tekst.'
    )
    baggrund: Farve | None = field('Bunden i faktabokse, fx "#eaf1f3" i anførselstegn. Den skal være lys.')
    fremhaevning: Farve | None = field('Det, der skal ses, fx "#a8431c" i anførselstegn.')


class Udseende(Felter):
    """The look of all documents; `logo` is a path below the work folder."""

    logo: Sti | None = field("Stien til logoet som svg eller png, fx skabeloner/logo.svg.")
    logo_tekst: Text | None = field(
        "Hvad logoet viser, til dem, der får rapporten læst højt, fx Københavns Kommunes logo."
    )
    farver: Farver | None = field("Kommunens farver. En farve, der ikke står her, er programmets egen.")


_TEXT_EXAMPLE = "# fil: kommune.yaml\ntekster:\n  om_rapporten: Rapporten er samlet af netværket i {}."
UNKNOWN_PLACE = error(
    "FR111",
    "Pladsen i teksten kendes ikke",
    "I nogle af rapportens egne tekster kan der stå {år} og {kommune}, og så skriver programmet årstallet og kommunens "
    "navn dér. Andet kan der ikke stå i { }: En tekst er kun ord og aldrig en del af en skabelon.",
    _TEXT_EXAMPLE.format("{byen}"),
    _TEXT_EXAMPLE.format("{kommune}"),
)
_PLACE = pattern(r"\{(?P<name>[^{}]*)\}|[{}]")


class Overskrift(Text):
    """A heading of the program's own, in the municipality's words."""

    places: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def read(cls, scalar: ScalarNode) -> Self:
        """Read the value as one line. Raises Fault where { } holds what is not among the `places`."""
        text = " ".join(filled(scalar).split())
        for found in _PLACE.finditer(text):
            if found["name"] not in cls.places:
                raise Fault(
                    UNKNOWN_PLACE, f"{quote(found[0])} kan ikke stå i teksten.", cls._advice(found["name"] or "")
                )
        return cls.of(text, scalar)

    @classmethod
    def _advice(cls, typed: str) -> str:
        known = [f"{{{name}}}" for name in cls.places]
        if not known:
            return "Skriv teksten uden { og }."
        near = nearest_words(typed, cls.places)
        return f"Skriv {{{near[0]}}}." if near else f"Her kan stå {join_words(known, 'eller')}."


class Saetning(Overskrift):
    """A sentence of the program's own in the municipality's words, in which the year and its name can be asked for."""

    places = ("år", "kommune")


class Tekster(Felter):
    """The municipality's own words for them; one that is not given is the program's own, as it stands here."""

    det_vigtigste: Overskrift = field("Overskriften på rapportens første side.", default="Det vigtigste")
    det_ved_ingen: Overskrift = field("Overskriften over det, ingen har oplyst.", default="Det ved ingen")
    tal_der_kan_bruges: Overskrift = field(
        "Overskriften over de vigtigste tal på rapportens anden side.", default="Tal, der kan bruges"
    )
    sikkert_aendret: Overskrift = field("Overskriften over de sikre ændringer.", default="Det er sikkert ændret")
    forvaltningerne_kort: Overskrift = field(
        "Overskriften over en linje om hver forvaltning.", default="Forvaltningerne kort"
    )
    udvalget: Overskrift = field(
        "Overskriften over de forslag, som udvalget kan behandle.", default="Det kan udvalget tage op"
    )
    om_rapporten: Saetning = field(
        "Sætningen om, hvordan rapporten er lavet; {år} og {kommune} kan bruges.",
        default="Rapporten er samlet af forvaltningernes egne statusfiler med programmet frivilligrapport.",
    )
    forord: Overskrift = field("Overskriften over forordet.", default="Forord")
    indledning: Overskrift = field("Overskriften over indledningen.", default="Indledning")
    fordele: Overskrift = field("Overskriften over fordelene i indledningen.", default="Fordele ved frivillighed")
    tendenser: Overskrift = field("Overskriften over tendenserne i indledningen.", default="Tendenser")
    kort_fortalt: Overskrift = field("Overskriften over faktaboksen i et kapitel.", default="Kort fortalt")
    oevrige_indsatser: Overskrift = field(
        "Overskriften over de indsatser, som ingen tekst i kapitlet nævner.", default="Øvrige indsatser"
    )
    perspektiver: Overskrift = field("Overskriften over en forvaltnings perspektiver.", default="Perspektiver")
    barrierer: Overskrift = field("Overskriften over det, der står i vejen.", default="Barrierer")
    mangler_i_bidraget: Overskrift = field(
        "Overskriften over det, en forvaltning selv ved mangler.", default="Det mangler i bidraget"
    )
    forudsaetninger: Overskrift = field(
        "Overskriften over forudsætningerne i netværkets kapitel.", default="Forudsætninger for et godt samarbejde"
    )
    tvaergaaende: Overskrift = field("Overskriften over det, flere er fælles om.", default="Tværgående indsatser")
    om_tvaergaaende: Saetning = field(
        "Teksten under den overskrift; {år} og {kommune} kan bruges.",
        default="Indsatser, som flere har del i. Hver af dem er talt med ét sted.",
    )
    forslag: Overskrift = field("Overskriften over forslagene.", default="Forslag til nye initiativer")
    politikken: Overskrift = field("Overskriften over kapitlet om politikken.", default="Opfølgning på politikken")
    om_tallene: Overskrift = field("Overskriften over kapitlet om, hvordan tallene er lavet.", default="Om tallene")
    om_tallene_kort: Saetning = field(
        "Teksten under den overskrift; {år} og {kommune} kan bruges.",
        default="Hvordan tallene er gjort op, hvem de er fra, og hvad der er usikkert.",
    )
    bilag: Overskrift = field("Overskriften over bilagene.", default="Bilag")
    mangler: Overskrift = field("Overskriften over det, rapporten selv ved mangler.", default="Det mangler i rapporten")
    tal_fra_aaret: Overskrift = field("Overskriften over tallene i den korte udgave.", default="Tal fra året")
    hvem_har_bidraget: Overskrift = field(
        "Overskriften over forvaltningerne i den korte udgave.", default="Hvem har bidraget"
    )
    laes_mere: Overskrift = field("Overskriften sidst i den korte udgave.", default="Læs mere i statusrapporten")
    aarets_tal: Overskrift = field("Overskriften over tallene i et faktaark.", default="Årets tal")
    siden_sidst: Overskrift = field("Overskriften over ændringerne i et faktaark.", default="Siden sidst")
    paa_vej: Overskrift = field("Overskriften over planerne i et faktaark.", default="På vej")
    det_mangler: Overskrift = field("Overskriften over det, der mangler i et faktaark.", default="Det mangler")
    brevets_slutning: Saetning = field(
        "Den sidste sætning i returbrevet; {år} og {kommune} kan bruges.", default="Skriv endelig, hvis noget driller."
    )
    hilsen: Overskrift = field("Hilsenen i returbrevet.", default="Venlig hilsen")


def own_texts(chosen: Tekster | None = None, places: Mapping[str, str] = MappingProxyType({})) -> dict[str, str]:
    """Give each text by its name, the program's own where the municipality has none; `places` are what is put in."""
    texts = {name: said(getattr(chosen, name, "")) or str(one.default) for name, one in Tekster.fields.items()}
    return {name: _PLACE.sub(lambda found: places.get(found["name"] or "", ""), text) for name, text in texts.items()}
