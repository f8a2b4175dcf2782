"""Files that a file names: texts of their own, appendices, documents and pictures (FR351-FR356, FR360, FR363-FR365)."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from frivilligrapport.collection.folder import BILAG, BILLEDER, PICTURES, TEKSTER, TEXTS, path_in_year
from frivilligrapport.danish import Guesses, normal_key, without_case
from frivilligrapport.fast_start import pattern
from frivilligrapport.models.dokumentfiler.foelgenotat import Foelgenotat
from frivilligrapport.models.fields.leaves import Text
from frivilligrapport.models.lister import is_unanswered
from frivilligrapport.models.rapport import Bilag, Netvaerk, Rapport
from frivilligrapport.models.statusfil import Afsnit, Billede, Perspektiver
from frivilligrapport.problems import Kind, Location, Problem, Severity, error, warning
from frivilligrapport.reading.pictures import UnusablePicture, read_picture
from frivilligrapport.rules.delivery import Delivery, FilePiece, Passage
from frivilligrapport.rules.rule import rule
from frivilligrapport.rules.year import Year

_FILE = "\n# fil: 2014/tekster/groen.md\nVi passer byens natur.\n"
_SECTION = "# fil: 2014/tmf.yaml\nstatus:\n  - overskrift: Grøn frivillighed\n    "
TEXT_OR_FILE = error(
    "FR351",
    "Enten »tekst« eller »tekstfil«",
    "Et afsnit har sin tekst i »tekst« eller i en fil, som »tekstfil« peger på. Er der begge dele, ved ingen, hvad "
    "der skal trykkes; er der ingen af dem, er afsnittet tomt.",
    _SECTION + "tekst: Vi passer byens natur.\n    tekstfil: tekster/groen.md" + _FILE,
    _SECTION + "tekstfil: tekster/groen.md" + _FILE,
)
OUTSIDE = error(
    "FR352",
    "Filen ligger uden for årets mappe",
    "Alt, der skal med i rapporten, ligger i årets egen mappe. Så kan rapporten bygges igen om ti år og på en anden "
    "computer.",
    _SECTION + "tekstfil: ../2013/groen.md",
    _SECTION + "tekstfil: tekster/groen.md" + _FILE,
)
NO_TEXT_FILE = error(
    "FR353",
    "Tekstfilen er der ikke",
    "»tekstfil« er stien til en fil med almindelig tekst i årets mappe, for eksempel tekster/groen.md.",
    _SECTION + "tekstfil: tekster/grøn.md" + _FILE,
    _SECTION + "tekstfil: tekster/groen.md" + _FILE,
)
_ENTRY = "# fil: 2014/rapport.yaml\nbilag:\n  - nummer: 1\n    titel: Frivillighedspolitik\n"
_APPENDIX = "\n# fil: 2014/bilag/politik.md\nPolitikken.\n"
NO_APPENDIX_FILE = error(
    "FR354",
    "Bilagets fil er der ikke",
    "»fil« er stien til bilaget i årets mappe, for eksempel bilag/politik.pdf. I et følgenotat kan det også være "
    "navnet på et dokument, som programmet bygger, for eksempel statusrapport.",
    _ENTRY + "    fil: bilag/politikken.md" + _APPENDIX,
    _ENTRY + "    fil: bilag/politik.md" + _APPENDIX,
)
PROMISED_APPENDIX = error(
    "FR355",
    "Et bilag er lovet, men findes ikke",
    "Rapportens tekster henviser til de bilag, der står i rapport.yaml under »bilag«, og et følgenotat til sine egne. "
    "Står bilaget der ikke, leder læseren forgæves efter det.",
    "perspektiver:\n  tekst: Se bilag 1.",
    "perspektiver:\n  tekst: Se rapporten for 2013.",
)
ABSENT_APPENDIX = warning(
    "FR356",
    "Et bilag mangler",
    "Et bilag uden »fil« følger ikke med rapporten. Med »mangler« siger rapporten selv hvorfor; uden er det en fejl.",
    _ENTRY + "    mangler: Politikken er ikke offentliggjort.",
    _ENTRY + "    fil: bilag/politik.md" + _APPENDIX,
)
UNNAMED_FILE = warning(
    "FR360",
    "En fil, som ingen nævner",
    "En tekst i mappen tekster kommer kun med, når »tekstfil« i et afsnit peger på den, og et bilag, når rapport.yaml "
    "eller følgenotatet nævner det. Et billede kommer med, når en historie eller et bilag nævner det. Andre "
    "dokumenter i mappen bilag er i fred.",
    _SECTION + "tekst: Vi passer byens natur." + _FILE,
    _SECTION + "tekstfil: tekster/groen.md" + _FILE,
)
_STORY = (
    "# fil: 2014/tmf.yaml\nhistorier:\n  - titel: Æbletræet på hjørnet\n    tekst: Nu er der æbler til alle.\n"
    "    billede:\n      fil: {}\n      alt_tekst: To planter et æbletræ.\n      grundlag: {}"
)
NO_PICTURE_FILE = error(
    "FR363",
    "Billedets fil er der ikke",
    "»fil« er stien til billedet i årets mappe, for eksempel billeder/byhave.jpg. Er samtykket trukket tilbage, så "
    "skriv dagen i trukket_tilbage, og filen kan slettes.",
    _STORY.format("billeder/byhave.jpg", "ingen genkendelige personer"),
    _STORY.format("billeder/byhave.jpg", "ingen genkendelige personer\n      trukket_tilbage: 2015-03-01"),
)
BAD_PICTURE = error(
    "FR364",
    "Billedet kan ikke bruges",
    "Et billede er en jpg-, png- eller webp-fil på højst 20 MB. Programmet gør det mindre og fjerner alt, hvad "
    "kameraet har skrevet i filen, for eksempel stedet. Gem en tegning i svg og et billede i heic som jpg først.",
    _STORY.format("billeder/byhave.jpg", "ingen genkendelige personer")
    + "\n# fil: 2014/billeder/byhave.jpg\nDette er ikke et billede.",
    _STORY.format("billeder/byhave.jpg", "ingen genkendelige personer\n      trukket_tilbage: 2015-03-01")
    + "\n# fil: 2014/billeder/byhave.jpg\nDette er ikke et billede.",
)
NO_CONSENT_DATE = error(
    "FR365",
    "Samtykket har ingen dato",
    "Når et billede vises, fordi personerne har sagt ja, skal det kunne ses hvornår. Så kan samtykket findes igen, "
    "også når det trækkes tilbage.",
    _STORY.format("billeder/byhave.jpg", "samtykke\n      trukket_tilbage: 2015-03-01"),
    _STORY.format("billeder/byhave.jpg", "samtykke\n      samtykke: 2014-06-12\n      trukket_tilbage: 2015-03-01"),
)
_GUIDES = ("læsmig", "laesmig", "readme")  # are for whoever opens the folder
_PROMISE = pattern(r"\bbilag(?:et)?\s+(?P<numbers>\d+(?:\s*(?:og|til|-|–)\s*\d+)?)(?![\d.,]*\d)", re.IGNORECASE)
_RANGE = pattern(r"(\d+)\s*(?:til|-|–)\s*(\d+)")
_LONGEST_RANGE = 20
# Of the documents that are made from a report year; a test holds them against the document types.
OF_THE_REPORT = ("statusrapport", "kort-udgave", "tabelbilag")
TextHolder = FilePiece[Afsnit] | FilePiece[Perspektiver] | FilePiece[Netvaerk]


def referable_documents(year: Year) -> tuple[str, ...]:
    """Name the documents that the program makes of a year: of the report, and of the files that are documents."""
    own = tuple(one.id for one in year.aargang.dokumentfiler)
    if not year.aargang.is_report_year:
        return own
    sheets = (f"faktaark-{one.id}" for one in year.samling.forvaltninger(year.aargang.aar))
    return (*OF_THE_REPORT, *sheets, *own)


def _text_holders(year: Year) -> Iterator[TextHolder]:
    for delivery in year.handed_in:
        yield from delivery.pieces(Afsnit)
        yield from delivery.pieces(Perspektiver)
        yield from delivery.pieces(Netvaerk)


def _text_files(year: Year) -> Iterator[tuple[TextHolder, Text]]:
    for piece in _text_holders(year):
        if piece.group.tekstfil and not is_unanswered(piece.group.tekstfil):
            yield piece, piece.group.tekstfil


def _appendices(year: Year) -> Iterator[FilePiece[Bilag]]:
    yield from year.pieces(Bilag)
    yield from year.in_documents(Bilag)


@rule(TEXT_OR_FILE)
def _text_or_file(year: Year) -> Iterator[Problem]:
    for piece in _text_holders(year):
        group = piece.group
        if group.tekst and group.tekstfil:
            message = "Her er både »tekst« og »tekstfil«."
            yield piece.problem(TEXT_OR_FILE, group.place_of("tekstfil"), message, "Behold den ene, og slet den anden")
        elif not group.tekst and not group.tekstfil and _must_have_text(piece):
            place = group.overskrift.location if isinstance(group, Afsnit) else group.location
            yield piece.problem(TEXT_OR_FILE, place, "Her mangler teksten.", "Skriv den i »tekst«")


def _must_have_text(piece: TextHolder) -> bool:
    """Tell whether a group without text lacks one; plans or the network's indsatser may stand alone."""
    group = piece.group
    if isinstance(group, Netvaerk) or (isinstance(group, Perspektiver) and group.planer):
        return False
    return not any(piece.is_typed(field) for field in ("tekst", "tekstfil") if getattr(group, field) != "")


@rule(OUTSIDE, needs_folder=True)
def _outside(year: Year) -> Iterator[Problem]:
    appendices = ((piece, piece.group.fil, "bilag/navn.pdf") for piece in _appendices(year))
    texts = ((piece, typed, "tekster/navn.md") for piece, typed in _text_files(year))
    pictures = ((piece, piece.group.fil, "billeder/navn.jpg") for piece in year.pieces(Billede))
    for piece, typed, example in (*texts, *appendices, *pictures):
        if typed and path_in_year(typed) is None:
            message = f"»{typed}« ligger uden for mappen {year.aargang.folder}."
            hint = f"Flyt filen ind i mappen {year.aargang.aar}, og skriv stien derfra, fx {example}"
            yield piece.problem(OUTSIDE, typed.location, message, hint)


@rule(NO_TEXT_FILE, needs_others=True)
def _no_text_file(year: Year) -> Iterator[Problem]:
    strays, guesses = {stray.file for stray in year.aargang.strays}, Guesses(sorted(year.aargang.texts))
    for piece, typed in _text_files(year):
        path = path_in_year(typed)
        if path is None or f"{year.aargang.folder}/{path}" in strays:
            continue
        if path not in year.aargang.files:
            yield _not_there(NO_TEXT_FILE, piece, typed, year, guesses.nearest(path))
        elif not path.lower().endswith(TEXTS):
            message = f"»{typed}« er ikke en fil med almindelig tekst."
            yield piece.problem(NO_TEXT_FILE, typed.location, message, "Gem teksten som en fil, der ender på .md")


def _not_there(
    kind: Kind,
    piece: FilePiece[Any],
    typed: Text,
    year: Year,
    better: str | None,
    otherwise: str = "Læg filen i mappen, eller ret stien",
) -> Problem:
    """Make a finding about a path to no file; `better` is the one that was probably meant, `otherwise` the hint."""
    message = f"Filen »{typed}« er ikke i mappen {year.aargang.folder}."
    hint, instead = (f"Skriv {better}", (better,)) if better else (otherwise, ())
    return piece.problem(kind, typed.location, message, hint, instead=instead)


@rule(NO_APPENDIX_FILE, needs_others=True)
def _no_appendix_file(year: Year) -> Iterator[Problem]:
    of_year = year.aargang.files
    with_documents = of_year | set(referable_documents(year))
    guesses = {known: Guesses(sorted(known)) for known in (of_year, with_documents)}
    for piece in _appendices(year):
        typed = piece.group.fil
        path = path_in_year(typed) if typed else None
        known = with_documents if piece.delivery in year.documents else of_year
        if typed and path and path not in known and not is_unanswered(typed):
            hint = "Læg filen i mappen, eller skriv i »mangler«, hvorfor den mangler"
            yield _not_there(NO_APPENDIX_FILE, piece, typed, year, guesses[known].nearest(path), hint)


@rule(PROMISED_APPENDIX, needs_others=True)
def _promised(year: Year) -> Iterator[Problem]:
    found = year.passages
    report = next((one for one in year.deliveries if isinstance(one.root, Rapport)), None)
    if report:
        yield from _promised_in(report, (one for one in found if one.piece.delivery not in year.documents))
    for note in year.documents:
        if isinstance(note.root, Foelgenotat):
            yield from _promised_in(note, (one for one in found if one.piece.delivery is note))


def _promised_in(listing: Delivery, texts: Iterable[Passage]) -> Iterator[Problem]:
    """Hold texts against the appendices that one file lists; a list that could not be read is told of already."""
    listed = [piece.group for piece in listing.pieces(Bilag)]
    if not listing.root.is_given("bilag") and FilePiece(listing, listing.root).is_typed("bilag"):
        return
    known = {normal_key(one.nummer) for one in listed}
    name = listing.file.rpartition("/")[2]
    for passage in texts:
        for match in _PROMISE.finditer(passage.text) if "bilag" in without_case(passage.text) else ():
            for number in (one for one in _numbers(match["numbers"]) if one not in known):
                known.add(number)
                message = f"Teksten henviser til bilag {number}, men det står ikke i {name}."
                hint = f"Skriv bilaget i {name} under bilag, eller slet henvisningen"
                yield passage.problem(PROMISED_APPENDIX, match.start(), len(match.group()), message, hint)


def _numbers(typed: str) -> tuple[str, ...]:
    """Give the numbers that "1", "1 og 2" or "1-3" stands for."""
    span = _RANGE.fullmatch(typed)
    if span and 0 < int(span[2]) - int(span[1]) < _LONGEST_RANGE:
        return tuple(str(number) for number in range(int(span[1]), int(span[2]) + 1))
    return tuple(re.findall(r"\d+", typed))


@rule(ABSENT_APPENDIX, needs_others=True)
def _absent_appendices(year: Year) -> Iterator[Problem]:
    for piece in _appendices(year):
        one = piece.group
        if one.fil or piece.is_typed("fil"):
            continue
        what = "notatet" if piece.delivery in year.documents else "rapporten"
        message = f"Bilag {one.nummer} følger ikke med {what}."
        hint = "Skriv fil: og stien, når bilaget er der"
        if not one.mangler:
            hint = "Skriv fil: og stien til bilaget, eller mangler: og hvorfor det ikke er der"
        weight = None if one.mangler else Severity.FEJL
        problem = piece.problem(ABSENT_APPENDIX, one.titel.location, message, hint, weight=weight)
        yield problem._replace(subject=f"bilag {one.nummer}")


@rule(UNNAMED_FILE, needs_others=True)
def _unnamed(year: Year) -> Iterator[Problem]:
    """Yield what no file names, unless one cannot be read, or names a file that is not there and may be this."""
    aargang = year.aargang
    if not aargang.is_read:
        return
    # A path that leads nowhere has a finding of its own, which says the right one.
    guesses = Guesses(sorted(aargang.files))
    meant = {guesses.nearest(path) for path in aargang.named - aargang.files}
    told = {stray.file for stray in aargang.strays} | ({year.samling.logo.file} if year.samling.logo else set())
    for name in sorted(aargang.files - aargang.named - meant):
        folder, _, below = name.partition("/")
        is_guide = below.rpartition("/")[2].lower().startswith(_GUIDES)
        if not below or is_guide or f"{aargang.folder}/{name}" in told:
            continue
        words = _unnamed_words(year, folder, name)
        if words:
            yield Problem(Location(f"{aargang.folder}/{name}"), UNNAMED_FILE, *words)


def _unnamed_words(year: Year, folder: str, name: str) -> tuple[str, str] | None:
    """Give message and hint for a file that nothing names, None for one that need not be named."""
    lower, away = name.lower(), f"eller flyt filen ud af mappen {year.aargang.aar}."
    is_text, is_picture = lower.endswith(TEXTS), lower.endswith(PICTURES)
    if folder in {TEKSTER, BILLEDER} and is_text:
        message = f"Ingen fil peger på »{name}«, så teksten kommer ikke med."
        return message, f"Skriv tekstfil: {name} i det afsnit, teksten hører til, {away}"
    if folder in {TEKSTER, BILLEDER} and is_picture:
        message = f"Ingen historie nævner billedet »{name}«, så det kommer ikke med."
        return message, f"Skriv fil: {name} under billede i den historie, det hører til, {away}"
    if folder == BILAG and (is_text or is_picture) and year.aargang.is_report_year:
        message = f"Ingen fil nævner bilaget »{name}«, så det kommer ikke med."
        return message, f"Skriv det i rapport.yaml under bilag med nummer, titel og fil: {name}, {away}"
    return None


def _pictures(year: Year) -> Iterator[FilePiece[Billede]]:
    """Yield the pictures that are to be published."""
    for piece in year.pieces(Billede):
        if not piece.group.trukket_tilbage and not is_unanswered(piece.group.fil):
            yield piece


@rule(NO_PICTURE_FILE, needs_others=True)
def _no_picture_file(year: Year) -> Iterator[Problem]:
    guesses = Guesses(sorted(year.aargang.files))
    for piece in _pictures(year):
        typed, path = piece.group.fil, path_in_year(piece.group.fil)
        if path and path not in year.aargang.files:
            yield _not_there(NO_PICTURE_FILE, piece, typed, year, guesses.nearest(path))


@rule(BAD_PICTURE, needs_others=True)
def _bad_picture(year: Year) -> Iterator[Problem]:
    for piece in _pictures(year):
        data = year.aargang.pictures.get(path_in_year(piece.group.fil) or "")
        if data is None:
            continue
        try:
            read_picture(data)
        except UnusablePicture as fault:
            message = f"Billedet »{piece.group.fil}« kan ikke bruges. {fault.reason}"
            yield piece.problem(BAD_PICTURE, piece.group.fil.location, message, fault.hint)


@rule(NO_CONSENT_DATE)
def _no_consent_date(year: Year) -> Iterator[Problem]:
    for piece in year.pieces(Billede):
        one = piece.group
        is_dated = one.samtykke.period.is_known if one.samtykke else piece.is_typed("samtykke")
        if one.grundlag == "samtykke" and not is_dated:
            message = "Billedet vises efter samtykke, men der er ingen dato for det."
            hint = "Skriv samtykke: og dagen, fx 2014-06-12"
            yield piece.problem(NO_CONSENT_DATE, one.grundlag.location, message, hint)
