"""What goes out to those who lack a file: the file itself, and a package of it with a letter, to be mailed."""

from collections.abc import Sequence

from frivilligrapport.collection.folder import INDBERETNINGER
from frivilligrapport.documents.new_file.before import Start
from frivilligrapport.documents.new_file.covering_letter import covering_letter
from frivilligrapport.documents.new_file.whole import new_file
from frivilligrapport.models.lister import said
from frivilligrapport.pipeline.archive import zipped

SENT, LETTER = "udsendelse", "LÆS MIG.txt"


def files_to_send(starts: Sequence[Start]) -> dict[str, bytes]:
    """Make each one's new file and its package, by path in the work folder; the same bytes from the same files."""
    made: dict[str, bytes] = {}
    for start in starts:
        name = f"{start.forvaltning.id}.yaml"
        data = new_file(start).text.encode()
        made[f"{INDBERETNINGER}/{start.aar}/{name}"] = data
        made[f"{SENT}/{start.aar}/{start.forvaltning.id}.zip"] = zipped({name: data, LETTER: letter(start)})
    return made


def letter(start: Start, form: str = "") -> bytes:
    """Write the letter as Notesblok reads it, with what the year's report says of title, deadline and address.

    `form` is the name of the form that goes out instead of the file.
    """
    aargang = start.samling.aargang(start.aar)
    rapport = aargang.rapport if aargang else None
    titel = str(rapport.titel) if rapport else "Frivillighed"
    frist = rapport.frist.period.end if rapport and rapport.frist else None
    afsender = said(rapport.kolofon.kontakt) if rapport and rapport.kolofon else ""
    return covering_letter(start, titel, frist, afsender, form).replace("\n", "\r\n").encode("utf-8-sig")
