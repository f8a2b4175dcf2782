"""Pictures of stories: the file, what it holds, and the consent (FR363, FR364, FR365)."""

from collections.abc import Iterator

from frivilligrapport.collection.folder import path_in_year
from frivilligrapport.danish import Guesses
from frivilligrapport.models.lister import is_unanswered
from frivilligrapport.models.statusfil import Billede
from frivilligrapport.problems import Problem, error
from frivilligrapport.reading.pictures import UnusablePicture, read_picture
from frivilligrapport.rules.delivery import FilePiece
from frivilligrapport.rules.files.named_files import not_there
from frivilligrapport.rules.rule import rule
from frivilligrapport.rules.year import Year

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


def _shown(year: Year) -> Iterator[FilePiece[Billede]]:
    """Yield the pictures that are to be published."""
    for piece in year.pieces(Billede):
        if not piece.group.trukket_tilbage and not is_unanswered(piece.group.fil):
            yield piece


@rule(NO_PICTURE_FILE, needs_others=True)
def _no_picture_file(year: Year) -> Iterator[Problem]:
    guesses = Guesses(sorted(year.aargang.files))
    for piece in _shown(year):
        typed, path = piece.group.fil, path_in_year(piece.group.fil)
        if path and path not in year.aargang.files:
            yield not_there(NO_PICTURE_FILE, piece, typed, year, guesses.nearest(path))


@rule(BAD_PICTURE, needs_others=True)
def _bad_picture(year: Year) -> Iterator[Problem]:
    for piece in _shown(year):
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
