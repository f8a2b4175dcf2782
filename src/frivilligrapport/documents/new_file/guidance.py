"""What a new file says to the one who fills it in."""

from collections.abc import Iterator

from frivilligrapport.collection.values import Samling
from frivilligrapport.danish import join_words
from frivilligrapport.documents.new_file.before import ENDED, Fate, Start
from frivilligrapport.figures.reports import units_of
from frivilligrapport.models import lister
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.lister import Billedgrundlag, is_unanswered
from frivilligrapport.models.rapport import Rapport
from frivilligrapport.models.schema.schema_file import modeline
from frivilligrapport.reading.comments import MARK

HOW_TO_WRITE = "Skriv teksten i stedet for uoplyst, på så mange linjer som nødvendigt, alle rykket lige langt ind."
PERSPEKTIVER_EXAMPLE = (
    "Er der noget at fortælle, så skriv sådan:",
    "  perspektiver:",
    "    tekst: |",
    "      Jeres egne ord om det, der kommer.",
    "    planer: [id-paa-en-indsats]",
)
_IN_EXAMPLE = ("id", "navn", "art", "tilstand", "tal")
_INDSATSER = (
    "Alt, hvad der har et navn, er en indsats. Id'et er det samme hvert år. En ny indsats skrives sådan:",
    "  - id: byhaver-i-gaarden",
    "    navn: Byhaver i gården",
    "    art: projekt",
    "    tilstand: i gang",
    "    tal:",
    "      frivillige: ca. 15",
    f"Tilstand: {join_words(list(lister.TILSTAND), 'eller')}.",
    f"Art: {join_words(list(lister.ART), 'eller')}.",
    f"Andre felter: {', '.join(one.spelled for name, one in Indsats.fields.items() if name not in _IN_EXAMPLE)}.",
)
FORSLAG_EXAMPLE = (
    "Er der forslag, så skriv sådan:",
    "  forslag:",
    "    - titel: Flere følgevenner",
    "      begrundelse: Det er der brug for.",
)
STORIES = (
    "Har I en historie fra året, så skriv den sådan, rykket helt ud til venstre:",
    "  historier:",
    "    - titel: Æbletræet på hjørnet",
    "      tekst: |",
    "        Historien med jeres egne ord.",
    "      indsats: id-paa-en-indsats",
    "      citat:",
    "        tekst: Det, der blev sagt.",
    "        funktion: frivillig i byhaven",
    "      billede:",
    "        fil: billeder/aebletrae.jpg",
    "        alt_tekst: Hvad billedet viser.",
    "        fotograf: uoplyst",
    f"        grundlag: {join_words(list(Billedgrundlag.words), 'eller')}",
)


def indsatser_example(samling: Samling, aar: int) -> tuple[str, ...]:
    """Say how an indsats is written, with the words that its fields may have and the units that can be counted."""
    units = ", ".join(dict.fromkeys(one.flertal for one in units_of(samling, aar).values()))
    return (*_INDSATSER[:-1], f"Enheder under tal: {units}.", _INDSATSER[-1])


def first_pages(aar: int) -> tuple[str, ...]:
    """Say how the report's first pages are written, and a story, with a sentence about each field."""
    return (
        "Rapportens to første sider skrives, når årets tal er på plads, sådan, rykket helt ud til venstre:",
        f"  {Rapport.fields['hovedbudskaber'].help}",
        "  hovedbudskaber: |",
        "    - **Flere hjælper til.** Foreningerne har fået nye medlemmer.",
        f"  {Rapport.fields['noegletal'].help}",
        "  nøgletal:",
        f"    - tal: {aar}.frivillige",
        "      tekst: Så mange har hjulpet til.",
        "      forbehold: Hvad der er usikkert ved tallet.",
        "",
        *STORIES,
    )


def heading(start: Start) -> tuple[str, ...]:
    """Give the lines at the top: for the editor, then for the reader."""
    unit = start.forvaltning
    file = f"indberetninger/{start.aar}/{unit.id}.yaml"
    return (
        modeline("statusfil").removeprefix("# "),
        "",
        f"Statusfil for {unit.navn} {start.aar}",
        "",
        *_origin(start),
        "",
        "Sådan gør I:",
        f"  1. Find ordet {MARK}. Skriv svaret i stedet for uoplyst, og slet # og resten af linjen.",
        "  2. Ved I det ikke, så slet mærket, og lad uoplyst stå. Det er et ærligt svar og ikke det samme som 0.",
        "  3. Skriv tal, som I kender dem: 21, ca. 15, over 100, 20-30, mange, uoplyst.",
        f"  4. Se efter fejl: frivilligrapport validate {file}",
        "  5. Skriv filstatus: klar, når filen er færdig.",
        "",
        "Linjer, der begynder med #, er hjælp til jer. De kommer ikke med i rapporten og kan slettes.",
    )


def _origin(start: Start) -> Iterator[str]:
    before = start.before
    if before is None:
        yield "Filen er begyndt forfra, for der er ingen tidligere fil fra forvaltningen."
        return
    yield f"Indsatserne er hentet fra {join_words(before.files)}. Teksterne fra {before.aar} kan læses dér."
    if not start.compares:
        yield f"Tallene fra {before.aar} står som bemærkninger, for {start.aar - 1} er ikke kendt."
    line, own = before.succession, str(start.forvaltning.id)
    change = line.reorganisation(own)
    if change:
        others = any(len(line.heirs_of(one)) > 1 for one in line.origins_of(own))
        yield f"{change}. Slet de indsatser, som andre har overtaget." if others else f"{change}."


def closing(start: Start) -> tuple[str, ...]:
    """Give the lines at the bottom: how to tell a story, what was left out, what was missing last year."""
    return (*STORIES, *_left_out(start), *_gaps(start))


def _left_out(start: Start) -> Iterator[str]:
    found = start.with_fate(Fate.LEFT_OUT).items()
    if found and start.before:
        yield f"Ikke med fra {start.before.aar}:"
        for name, one in found:
            why = str(one.tilstand) if one.tilstand in ENDED else f"fortsætter ikke i {start.aar}"
            yield f"  {one.navn} ({name}): {why}"


def _gaps(start: Start) -> Iterator[str]:
    if start.before is None:
        return
    found = [one for statusfil in start.before.statusfiler for one in statusfil.mangler if one.hvad]
    if found:
        yield f"I {start.before.aar} manglede dette. Mangler det stadig, så skriv det i filen under mangler:"
    for one in found:
        why = f" ({one.aarsag})" if one.aarsag and not is_unanswered(one.aarsag) else ""
        yield f"  {one.hvor}: {one.hvad}{why}"
