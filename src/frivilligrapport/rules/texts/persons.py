"""Persons where there should be a function or a shared mailbox (FR408, FR409, FR410)."""

import re
from collections.abc import Iterator

from frivilligrapport.danish import normal_key
from frivilligrapport.fast_start import pattern
from frivilligrapport.problems import Problem, warning
from frivilligrapport.rules.rule import rule
from frivilligrapport.rules.year import Year

_CONTACT = "kontakt:\n  funktion: {}\n  postkasse: {}"
_FUNCTION = "Medlem af frivillighedsnetværket"
_TEXT = "perspektiver:\n  tekst: {}"
PERSONAL_MAILBOX = warning(
    "FR408",
    "Postkassen ligner en persons egen",
    "Rapporten bliver læst i årevis, og personer skifter arbejde. En fælles postkasse bliver ved med at virke, og "
    "ingens navn bliver offentliggjort uden grund.",
    _CONTACT.format(_FUNCTION, "anna.eksempel@kommune.dk"),
    _CONTACT.format(_FUNCTION, "frivillig@kommune.dk"),
)
PERSON_AS_FUNCTION = warning(
    "FR409",
    "Funktionen ligner et navn på en person",
    "»funktion« er, hvad kontakten er, ikke hvem: Rapporten bliver offentliggjort, og funktionen passer også, når en "
    "anden har overtaget arbejdet.",
    _CONTACT.format("Anna Eksempel", "frivillig@kommune.dk"),
    _CONTACT.format(_FUNCTION, "frivillig@kommune.dk"),
)
PRIVATE_ADDRESS = warning(
    "FR410",
    "En persons e-mail eller telefonnummer i teksten",
    "En e-mail, der er en persons egen, eller et telefonnummer er en personoplysning, og den bliver trykt for alle. "
    "Skriv en fælles postkasse i stedet, eller accepter fundet, når nummeret er et sted og ikke en person.",
    _TEXT.format("Skriv til anna.eksempel@kommune.dk."),
    _TEXT.format("Skriv til frivillig@kommune.dk."),
)

_AT = r"(?:@|\s?[(\[](?:at|snabela)[)\]]\s?)"  # as one writes it to hide an address
_MAIL = pattern(rf"(?<![\w.+-])(?P<box>[\w.+-]{{1,64}}){_AT}(?P<domain>[\w-]{{1,63}}(?:\.[\w-]{{1,63}})+)")
_PHONE = pattern(
    r"(?:\b(?:tlf|telefon(?:nummer|nr)?|mobil(?:nummer|nr|telefon)?|sms"
    r"|ring(?:e)?(?: (?:til|på))?(?:(?: \w+){1,3} på)?)\b[.:]*"
    r"(?: (?:nr\.?|på|til))?\s+"
    r"(?:\+45\s?)?|\+45\s?)(?P<number>[2-9][0-9](?:\s?[0-9]{2}){3})(?![\s.-]?[0-9])",
    re.IGNORECASE,
)
_FREE_MAIL = pattern(
    r"(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|mac|proton|protonmail|jubii|ofir|sol|mail|email|webspeed"
    r"|stofanet|youmail|privat)\.(?:com|dk|me|net)"
)
# What offices and functions are called: as part of a word, or as a word of its own.
_IN_OFFICES = (
    "frivil|kontakt|postkasse|info|borger|kultur|fritid|service|center|netværk|netvaerk|sekret|forvaltning"
    "|afdeling|bydel|bibliotek|skole|sundhed|social|teknik|milj|beskæft|beskaeft|økonomi|oekonomi|integration"
    "|ældre|aeldre|omsorg|politik|kommun|presse|udvalg|idræt|idraet|natur|hjælp|hjaelp|projekt|redaktion|rapport"
    "|forening|udvikling|analyse|ledelse|kontor|rådhus|raadhus|museum|klub|lokal|handicap|familie|pleje|beboer"
    "|reply|support|admin|kursus|uddannelse|booking|arrangement|statistik|leder|konsulent|chef|koordinator|medlem"
    "|direkt|medarbejder|ansvarlig|formand|forkvinde|forperson|gruppe|tovholder|fuldmægtig|fuldmaegtig|specialist"
    "|pædagog|paedagog|lærer|laerer|bestyrer|vicevært|assistent|rådgiver"
)
_OFFICE = tuple(_IN_OFFICES.split("|"))
_OFFICE_WORDS = frozenset(
    re.findall(
        r"\w+",
        "post mail net team børn boern unge ung hus have park job web data drift stab råd raad by bus event events"
        " grøn groen plads kirke enhed partner byg it hr tlf vagt den det en og for i af ved til",
    )
)
_FIRST_NAMES = frozenset(
    re.findall(
        r"\w+",
        "anna anne anders andreas annette bent berit bente birgit birgitte bjarne bo brian camilla carsten charlotte"
        " christian christina claus dorte dorthe ditte emil emma erik eva finn frank frederik freja gitte grethe"
        " hanne hans heidi helle henning henrik ida inge inger ib ivan jakob jacob jan janne jens jesper jette"
        " johanne john jonas josefine julie jytte jørgen jørn kaj karen karin karina karl kasper katrine kenneth kim"
        " kirsten kirstine knud kristian kristina kurt lars laura leif lene line lis lisbeth lise lone lotte louise"
        " mads magnus maja malene maria marianne marie mark martin mathias merete mette michael mikkel mikael mogens"
        " mohammed morten nanna niels nicolai ole oliver oscar ove palle per peter pernille pia poul preben rasmus"
        " rikke rita robert sanne sara sarah simon sofie solveig steen stine susanne svend søren tanja thomas tina"
        " tine tobias tom tove trine ulla vibeke victor vivi yusuf ali fatima amina ahmed hassan",
    )
)
_INITIALS = pattern(r"(?=[a-z0-9]*[0-9])[a-z][a-z0-9]{2,4}")  # with a number, as employees' are
_SHARED = "Skriv en fælles postkasse, eller uoplyst"
_MOST_NAMES = 4
_NAME = pattern(r"[A-ZÆØÅ][a-zæøåéüö]+(?:-[A-ZÆØÅ][a-zæøåéüö]+)?")


@rule(PERSONAL_MAILBOX)
def _personal_mailboxes(year: Year) -> Iterator[Problem]:
    shared = _own_keys(year)
    for passage in year.own_words:
        if passage.field not in {"postkasse", "kontakt", "funktion"}:
            continue
        if passage.field == "postkasse" and _is_name(passage.text):
            length = len(passage.text.rstrip())
            yield passage.problem(PERSONAL_MAILBOX, 0, length, "Her står en persons navn.", _SHARED)
        for match in _MAIL.finditer(passage.text):
            if _is_personal(match["box"], shared):
                message = "Postkassen ligner en persons egen."
                yield passage.problem(PERSONAL_MAILBOX, match.start(), len(match.group()), message, _SHARED)


@rule(PERSON_AS_FUNCTION)
def _persons_as_functions(year: Year) -> Iterator[Problem]:
    for passage in year.own_words:
        if passage.field == "funktion" and _is_name(passage.text):
            length = len(passage.text.rstrip())
            message, hint = "Det ligner et navn på en person.", "Skriv en funktion, og ikke et navn"
            yield passage.problem(PERSON_AS_FUNCTION, 0, length, message, hint)


@rule(PRIVATE_ADDRESS)
def _private_addresses(year: Year) -> Iterator[Problem]:
    shared = _own_keys(year)
    for passage in year.passages:
        if "@" in passage.text or "(at)" in passage.text.lower():
            for match in _MAIL.finditer(passage.text):
                is_free = _FREE_MAIL.fullmatch(match["domain"].lower()) and not _is_office([match["box"].lower()])
                if is_free or _is_personal(match["box"], shared):
                    message, hint = "E-mailen ligner en persons egen.", "Skriv en fælles postkasse, eller slet den"
                    yield passage.problem(PRIVATE_ADDRESS, match.start(), len(match.group()), message, hint)
        for match in _PHONE.finditer(passage.text):
            message = "Her står et telefonnummer."
            hint = "Slet det, eller skriv en fælles postkasse i stedet"
            yield passage.problem(PRIVATE_ADDRESS, match.start("number"), len(match["number"]), message, hint)


def _own_keys(year: Year) -> frozenset[str]:
    """Give what the municipality's own parts are called in a mailbox: acronyms and ids."""
    return frozenset(
        key for one in year.samling.kommune.forvaltninger for key in (normal_key(one.id), normal_key(one.forkortelse))
    )


def _is_personal(box: str, shared: frozenset[str]) -> bool:
    """Tell whether a mailbox is called as persons' are: by a first name, or by two words or more of no known office."""
    parts = [part for part in re.split(r"[._+-]+", box.lower()) if part]
    if not parts or parts[0] in _FIRST_NAMES or _INITIALS.fullmatch(box.lower()):
        return bool(parts)
    is_office = _is_office(parts) or any(normal_key(part) in shared for part in parts)
    return not is_office and len(parts) > 1 and all(part.isalpha() for part in parts) and len(parts[-1]) > 1


def _is_office(words: list[str]) -> bool:
    return any(word in _OFFICE_WORDS or any(part in word for part in _OFFICE) for word in words)


def _is_name(text: str) -> bool:
    """Tell whether a text is a person's name, perhaps with more after it: "Anna Eksempel, SUF"."""
    words = re.split(r"[,;:(/]| [–-] ", text.strip())[0].split()
    if not words or _is_office([word.lower() for word in words]):
        return False
    return words[0].lower() in _FIRST_NAMES or (1 < len(words) <= _MOST_NAMES and all(map(_NAME.fullmatch, words)))
