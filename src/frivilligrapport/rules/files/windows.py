"""Names that Windows cannot hold: whoever has it could not even open the folder (FR315)."""

from collections.abc import Iterator

from frivilligrapport.collection.folder import fits_windows
from frivilligrapport.collection.organisation import units
from frivilligrapport.collection.values import Samling
from frivilligrapport.models.lister import is_unanswered
from frivilligrapport.problems import Location, Problem, error
from frivilligrapport.rules.rule import folder_rule, rule
from frivilligrapport.rules.year import Year

_TEXT = (
    "# fil: 2014/tmf.yaml\nstatus:\n  - overskrift: Grøn frivillighed\n    tekstfil: tekster/{0}.md\n"
    "# fil: 2014/tekster/{0}.md\nVi passer byens natur.\n"
)
NOT_IN_WINDOWS = error(
    "FR315",
    "Navnet kan ikke bruges i Windows",
    "Windows har ingen filer, der hedder con, prn, aux, nul, com0 til com9 eller lpt0 til lpt9, uanset endelsen, og "
    'ingen med tegnene < > : " | ? * \\ eller et punktum sidst. En forvaltnings id er navnet på dens fil. De, der har '
    "Windows, kan ikke åbne en mappe med sådan et navn.",
    _TEXT.format("con"),
    _TEXT.format("groen"),
)
_HINT = "Vælg et andet id, fx {}, og giv forvaltningens filer samme navn."


@folder_rule(NOT_IN_WINDOWS)
def _ids(samling: Samling) -> Iterator[Problem]:
    for one in units(samling):
        if not (one.is_network or is_unanswered(one.id) or fits_windows(one.id)):
            message = f"Id'et »{one.id}« kan ikke bruges: en fil, der hedder {one.id}.yaml, kan ikke gemmes i Windows."
            yield Problem(
                one.id.location, NOT_IN_WINDOWS, message, _HINT.format(f"{one.id}-forvaltningen"), str(one.id)
            )


@rule(NOT_IN_WINDOWS, needs_folder=True)
def _files(year: Year) -> Iterator[Problem]:
    """Yield the year's other files; a forvaltning's own is told of at its id, and a stray needs another name anyway."""
    aargang = year.aargang
    told = {*(one.file for one in aargang.indberetninger), *(one.file for one in aargang.strays)}
    for name in sorted(aargang.files):
        parts = [part for part in name.split("/") if not fits_windows(part)]
        if parts and f"{aargang.folder}/{name}" not in told:
            message = f"Navnet »{parts[0]}« kan ikke bruges i Windows."
            hint = "Giv filen eller mappen et andet navn, og ret det, hvor det er nævnt."
            yield Problem(Location(f"{aargang.folder}/{name}"), NOT_IN_WINDOWS, message, hint)
