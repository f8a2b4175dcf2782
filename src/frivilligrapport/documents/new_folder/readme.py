"""The page that meets whoever opens a new work folder."""

from frivilligrapport.documents.new_folder.founding import Founding
from frivilligrapport.rendering.yaml_text import MARK

_TEXT = """\
# Frivillighed i {kommune}

I denne mappe samler {kommune} sin årlige rapport om samarbejdet med frivillige.
Hver forvaltning skriver én fil om året. Programmet frivilligrapport ser efter fejl, tæller sammen og laver den
færdige rapport.

## Begynd her

1. **Ret registeret.** Åbn `indberetninger/kommune.yaml`, og se efter, at alle jeres forvaltninger står der.
2. **Ret rapportens tekster.** Åbn `indberetninger/{aar}/rapport.yaml`, og find ordet {mark}.
3. **Lav en fil til hver forvaltning**, og send den til udfyldelse:

{new}

4. **Se, hvem der har afleveret:**

       frivilligrapport status {aar}

5. **Se efter fejl.** Hver fejl står med fil og linje, og hvad der skal skrives i stedet:

       frivilligrapport validate

6. **Byg et udkast**, så snart der er noget at se på. Det kommer i mappen `udgivelser/{aar}/`:

       frivilligrapport build {aar} --draft

7. **Byg den færdige rapport**, når alle filer er godkendt:

       frivilligrapport build {aar}

## Mapper og filer

| Hvor | Hvad |
| --- | --- |
| `indberetninger/kommune.yaml` | kommunens forvaltninger, år for år |
| `indberetninger/{aar}/` | rapportens tekster og forvaltningernes filer for {aar} |
| `indberetninger/politik/` | den politik, arbejdet holdes op imod |
| `indberetninger/skema/` | gør, at en editor kan hjælpe, mens man skriver; ret ikke i filerne |
| `skabeloner/` | jeres egne skabeloner, hvis rapporten skal se anderledes ud; tom fra begyndelsen |
| `udgivelser/` | de færdige dokumenter; kan altid laves igen |

Et nyt år begynder med en ny mappe, fx `indberetninger/{next}/`, og en kopi af `rapport.yaml`.
`frivilligrapport --help` fortæller om resten. Skriv aldrig CPR-numre eller andre personoplysninger i filerne.
"""


def readme(founding: Founding) -> bytes:
    """Write the first steps, with the municipality's own names in the commands."""
    commands = [f"       frivilligrapport new {_word(one.forkortelse)} --year {founding.aar}" for one in founding.units]
    text = _TEXT.format(
        kommune=founding.kommune, aar=founding.aar, next=founding.aar + 1, mark=MARK, new="\n".join(commands)
    )
    return text.encode()


def _word(text: str) -> str:
    """Write a text as one word of a command, in every shell."""
    return text if text.isalnum() else f'"{text}"'
