"""Markdown that the report cannot print, or would print as something else or badly (FR413, FR414, FR415, FR425)."""

from collections.abc import Iterator

from frivilligrapport.danish import join_words, normal_key
from frivilligrapport.grammar.markdown.languages import LANGUAGES
from frivilligrapport.grammar.markdown.slips import Slip, SlipKind
from frivilligrapport.grammar.markdown.table_room import Room, room_of
from frivilligrapport.problems import Kind, Problem, error, warning
from frivilligrapport.rules.delivery import Passage
from frivilligrapport.rules.rule import rule
from frivilligrapport.rules.year import Year

_BLOCK = "perspektiver:\n  tekst: |\n    {}"
_TABLE = "|{}|\n    |{}|\n    |{}|"
NOT_PRINTED = error(
    "FR413",
    "Noget, som rapporten ikke kan trykke",
    "Fodnoter, billeder, HTML, programkode, links med adressen et andet sted, gennemstreget tekst og "
    "afkrydsningslister bliver "
    "ikke til det, de var ment som, og noget af det ville forsvinde. Der kan bruges overskrifter, lister, fed, kursiv, "
    "links med adressen efter ordene, citater og tabeller; frivilligrapport explain tekst viser hvordan. I et udkast "
    "er det en advarsel.",
    _BLOCK.format("Mange kom.[^1]\n\n    [^1]: Optalt i salen."),
    _BLOCK.format("Mange kom (optalt i salen)."),
)
READ_OTHERWISE = error(
    "FR414",
    "Noget, som bliver til noget andet på siden",
    "Tegnene først på en linje gør den til en overskrift, et punkt på en liste eller en række i en tabel. Her ville "
    "siden vise noget andet, end der er skrevet: et andet nummer, et minus som et punkt eller en celle uden spalte. "
    "Hvordan det skrives, viser frivilligrapport explain tekst. I et udkast er det en advarsel.",
    _BLOCK.format("1. Først\n    2. Så\n    5. Til sidst"),
    _BLOCK.format("1. Først\n    2. Så\n    3. Til sidst"),
)
TOO_WIDE = warning(
    "FR415",
    "En tabel, der er for bred til en side",
    "En bred tabel bliver sat med mindre skrift og på en side, der ligger ned. Er den stadig for bred, bliver også "
    "korte ord og tal i den delt over flere linjer, og så kan den ikke læses.",
    _BLOCK.format(_TABLE.format(*(f" {' | '.join([one] * 40)} " for one in ("Uge", "---", "2466")))),
    _BLOCK.format(_TABLE.format(" Uge | Antal ", "---|---", " Uge 1 | 2466 ")),
)
UNKNOWN_LANGUAGE = error(
    "FR425",
    "Et sprog, som programmet ikke kender",
    "Ord på et andet sprog kan mærkes, så de bliver læst højt på det sprog: [Volunteer of the Year]{en}. Det sidste "
    "er sprogets kode på to bogstaver, fx en (engelsk), de (tysk), ar (arabisk) eller tr (tyrkisk); alle dem, der kan "
    "bruges, viser frivilligrapport explain tekst. Med et andet ord ville parenteserne blive trykt. I et udkast er det "
    "en advarsel.",
    _BLOCK.format("Vi kårede [Volunteer of the Year]{engelsk}."),
    _BLOCK.format("Vi kårede [Volunteer of the Year]{en}."),
)
_IN_PLACE = "Skriv adressen efter ordene: [ordene](https://adressen)"
_CANNOT_PRINT = {
    SlipKind.NOTE: ("er en fodnote", "Skriv noten i parentes i teksten"),
    SlipKind.PICTURE: (
        "er et billede",
        "Skriv det som billede i en historie, eller læg det som bilag, og slet det her",
    ),
    SlipKind.REFERENCE: ("er et link, hvis adresse står et andet sted", _IN_PLACE),
    SlipKind.DEFINITION: ("er adressen på et link", _IN_PLACE),
    SlipKind.ADDRESS: ("er et link, der ikke fører ud på nettet", "Skriv https:// foran adressen, eller kun ordene"),
    SlipKind.LINK_TITLE: ("er et link med en titel", "Slet titlen {about}"),
    SlipKind.HTML: ("er HTML", "Slet det. Skriv **fed**, *kursiv*, - foran punkter og en tom linje mellem afsnit"),
    SlipKind.ENTITY: ("er HTML", "Skriv {about}"),
    SlipKind.STRUCK: ("er gennemstreget", "Slet det, der ikke gælder"),
    SlipKind.TASK: ("er et felt til afkrydsning", "Slet det, og skriv, om punktet er nået"),
    SlipKind.FENCE: ("begynder en blok med programkode", "Slet tegnene her og efter blokken"),
    SlipKind.TERM: ("begynder en forklaring under et ord", "Skriv det på én linje: **ordet**: forklaringen"),
}
_READ_AS = {
    SlipKind.UNDERLINE: (
        "Stregen gør ikke linjerne over den til en overskrift.",
        "Skriv ## foran overskriften, eller sæt en tom linje over stregen",
    ),
    SlipKind.HEADING: (
        "»{typed}« skal have et mellemrum efter sig for at blive til en overskrift.",
        "Skriv {typed} og et mellemrum",
    ),
    SlipKind.JOINED: (
        "»{typed}« ville stå i ét med ordet foran: »{about}«.",
        "Sæt et mellemrum mellem ordene",
    ),
    SlipKind.NUMBER: (
        "Her ville stå nummer {about} og ikke {typed}: punkterne bliver talt.",
        "Skriv {about}, eller begynd en ny liste efter en linje tekst",
    ),
    SlipKind.SIGN: (
        "»{typed}« foran et tal kan læses som et punkt på en liste og som et fortegn.",
        "Skriv plus eller minus med bogstaver, eller begynd linjen med et ord",
    ),
    SlipKind.TABLE_LINE: ("Tabellen mangler linjen under spalternes navne.", "Skriv {about} på den næste linje"),
    SlipKind.TABBED: (
        "Her står en tabel med tabulator mellem cellerne, som fra et regneark: de ville stå som løbende tekst.",
        "Sæt streger mellem cellerne i stedet: {about}, og så hver række på samme måde",
    ),
    SlipKind.CELLS: (
        "Rækken har flere celler, end tabellen har spalter.",
        "Giv tabellen en spalte mere, eller skriv \\| for en streg i teksten",
    ),
}


@rule(NOT_PRINTED)
def _not_printed(year: Year) -> Iterator[Problem]:
    for passage, slip in _told(year):
        if slip.kind in _CANNOT_PRINT:
            what, hint = _CANNOT_PRINT[slip.kind]
            typed = passage.text[slip.start : slip.end]
            message = f"»{typed}« {what}, og det kan rapporten ikke trykke."
            yield _problem(passage, NOT_PRINTED, slip, message, hint.replace("{about}", slip.about))


@rule(READ_OTHERWISE)
def _read_otherwise(year: Year) -> Iterator[Problem]:
    for passage, slip in _told(year):
        if slip.kind in _READ_AS:
            typed = passage.text[slip.start : slip.end]
            message, hint = (
                text.replace("{about}", slip.about).replace("{typed}", typed) for text in _READ_AS[slip.kind]
            )
            yield _problem(passage, READ_OTHERWISE, slip, message, hint)


@rule(TOO_WIDE)
def _too_wide(year: Year) -> Iterator[Problem]:
    for passage in year.passages:
        for table in passage.reading.blocks if "|" in passage.text else ():
            cells = [[one.text for one in row] for row in table.rows]
            if cells and room_of(cells) is Room.NONE:
                many = max(map(len, cells))
                message = f"Tabellen har {many} spalter og er bredere end en side, der ligger ned."
                hint = "Del den i to tabeller, eller lad rækker og spalter bytte plads"
                first = table.rows[0][0]
                yield passage.problem(TOO_WIDE, first.at(0), len(first.text), message, hint)


@rule(UNKNOWN_LANGUAGE)
def _unknown_language(year: Year) -> Iterator[Problem]:
    codes = {normal_key(name): code for code, name in LANGUAGES.items()}
    for passage, slip in _told(year):
        if slip.kind is SlipKind.LANGUAGE:
            meant = codes.get(normal_key(slip.about)) or slip.about.lower().partition("-")[0]
            known = (meant,) if meant in LANGUAGES else ()
            shown = known or ("en", "de", "fr")
            hint = join_words([f"{code} for {LANGUAGES[code]}" for code in shown], "eller")
            yield passage.problem(
                UNKNOWN_LANGUAGE,
                slip.start,
                slip.end - slip.start,
                f"»{slip.about}« er ikke koden for et sprog, som programmet kender.",
                f"Skriv {hint}",
                weight=passage.draft_weight,
                instead=known,
            )


def _problem(passage: Passage, kind: Kind, slip: Slip, message: str, hint: str) -> Problem:
    return passage.problem(kind, slip.start, slip.end - slip.start, message, hint, weight=passage.draft_weight)


def _told(year: Year) -> Iterator[tuple[Passage, Slip]]:
    """Yield what is told of each text: a note, a link, or its like on the same line, once."""
    for passage in year.passages:
        told: set[tuple[SlipKind, str]] = set()
        line, counted = 0, 0
        slips = passage.reading.slips
        addresses = {normal_key(one.about) for one in slips if one.kind is SlipKind.DEFINITION}
        for slip in slips:
            line, counted = line + passage.text.count("\n", counted, slip.start), slip.start
            thing = _thing(passage, slip, addresses, line)
            if thing and thing not in told:
                told.add(thing)
                yield passage, slip


def _thing(passage: Passage, slip: Slip, addresses: set[str], line: int) -> tuple[SlipKind, str] | None:
    """Name what a slip is part of; None for numbers in brackets that lead nowhere, which are printed as they stand."""
    if slip.kind in {SlipKind.NOTE, SlipKind.LANGUAGE}:
        return slip.kind, slip.about
    if slip.kind in {SlipKind.REFERENCE, SlipKind.DEFINITION}:
        words = passage.text[slip.start : slip.end].partition("]")[0]
        is_link = normal_key(slip.about) in addresses or any(sign.isalpha() for sign in words)
        return (SlipKind.DEFINITION, normal_key(slip.about)) if is_link else None
    return slip.kind, str(line)
