"""The policy of a new work folder: a file that waits for the municipality's own."""

from frivilligrapport.documents.new_folder.commented import commented
from frivilligrapport.documents.new_folder.founding import Founding
from frivilligrapport.models.lister import UOPLYST
from frivilligrapport.rendering.yaml_text import Field

_ABOUT_POINTS = (
    "Skriv politikkens fokusområder ind, som de står. Har den punkter, så brug ordet punkter i stedet.",
    "fokusområder:",
    "  - nummer: 1",
    "    titel: Det skal være let at være frivillig",
    "    mål:",
    "      - tekst: Nye frivillige kan finde en opgave, der passer til dem.",
    "        måling: uoplyst",
    "Slet så linjen fokusområder: [] nedenfor.",
)


def policy(founding: Founding) -> bytes:
    """Write a policy without points, and how they are written."""
    head = (
        f"Den politik, som {founding.kommunes} arbejde med frivillige holdes op imod.",
        "Den bruges, når rapport.yaml har linjen politik: frivillighedspolitik. Har I ingen, så slet filen.",
    )
    fields = (
        Field("titel", f"Frivillighedspolitik for {founding.kommune}", "politikkens egen titel"),
        Field("vedtaget", UOPLYST, "den dag, kommunalbestyrelsen vedtog den"),
        Field("gyldig", UOPLYST, "de år, den gælder, fx 2025-2028"),
        Field("fokusområder", (), notes=_ABOUT_POINTS),
    )
    return commented("politik", 1, head, fields)
