"""The page docs/skabeloner.md: what each template is, what it sees, and how to change it.

What templates see is read off the values themselves: classes, fields, and each field's kind in Danish words.
"""

import inspect
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from frivilligrapport.documents.document_type import DocumentType
from frivilligrapport.models.udseende import Tekster

_INTRODUCTION = """# Skabeloner

Rapportens udseende ligger i mappen `skabeloner/`. Skabelonerne er skrevet i
[Jinja](https://jinja.palletsprojects.com/) og må rettes af dem, der udgiver rapporten. En skabelon placerer tekst og
tal. Den regner ikke; alt er talt op og ordnet, inden den får det.

Denne side er skrevet af programmet selv (`make docs`).

## Ret en skabelon

Læg din egen udgave i `skabeloner/` i den mappe, som `indberetninger/` ligger i. Resten kommer fra programmet.

- **Hele filen**: `frivilligrapport skabelon NAVN` kopierer skabelonen, og du retter i kopien. Den bruges i stedet for
  programmets, når den hedder det samme.
- **Én blok**: byg videre på programmets udgave med `indbygget/` foran navnet, og skriv kun det, der skal være
  anderledes; `--blok` efter navnet begynder den for dig. Tekst uden for blokkene er fejlen FR477. Filen
  `skabeloner/_side.html.j2` kan for eksempel være:

  ```jinja
  {% extends "indbygget/_side.html.j2" %}
  {% block bund %}<p>Trykt på genbrugspapir.</p>{% endblock %}
  ```

- **Kun farver, logo eller lidt CSS**: se [udseende.md](udseende.md).
- **Kun en overskrift eller en sætning**: skriv den under `tekster` i `kommune.yaml`, se
  [nedenfor](#tekster-der-kan-ændres).

Lad `frivilligrapport preview` vise rapporten i browseren imens: siden bliver lavet på ny, hver gang du gemmer en
skabelon eller en CSS-fil. Er der en fejl i den, viser panelet linjen, og den sidste gode side bliver stående.

Skriver du et navn, der ikke findes, standser byggeriet og siger hvor:

```
skabeloner/_forvaltning.html.j2:3: »titl« findes ikke. Mente du »titel«?
```

En skabelon kan kun se det, der står på denne side. Den kan ikke læse filer, ændre i det, den får, eller blive ved i det
uendelige; så standser den med en besked. Filtrene er {filters}.

Forkortelserne fra `kommune.yaml` bliver fundet, skrevet ud og mærket, når siden er lavet; en skabelon skriver dem bare.
`_side.html.j2` har pladsen til nøglen, som siger, hvad de står for. En ny Markdown-skabelon slutter med
`{{ forkortelser.alle }}` eller med `{{ forkortelser.liste }}`, der giver nøglen en overskrift. Et ark på en side eller
to slutter med `{{ forkortelser.nye }}`: kun dem, siden ikke selv skriver ud.
"""
_FILES = """
Programmet tæller, hvad en skabelon gør, og hvor meget den laver. Systemet sætter desuden en grænse for hele programmet,
mens en side bliver lavet: et minuts regnetid og 1,5 GB hukommelse oven i det, der er i brug. En side bruger under et
sekund og nogle få MB.

| | Windows | macOS | Linux |
| --- | --- | --- | --- |
| det, skabelonen gør og laver | talt | talt | talt |
| regnetid | ingen grænse | et minut | et minut |
| hukommelse | ingen grænse | ingen grænse | 1,5 GB |

Bruger en sides skabelon to minutter inde i et af de biblioteker, programmet er bygget af, slutter systemet programmet
uden en besked fra os (»CPU time limit exceeded«). Intet er da skrevet.

## Tekster, der kan ændres

Disse overskrifter og sætninger kan kommunen skrive med sine egne ord uden at røre en skabelon:

```yaml
# i kommune.yaml
tekster:
  forvaltningerne_kort: Kort om forvaltningerne
  om_rapporten: Rapporten for {{år}} er samlet af Frivillighedsnetværket i {{kommune}}.
```

En tekst, der ikke står der, er programmets egen. Teksten er kun ord: HTML bliver trykt, som det er skrevet, og et
andet navn end dem her er en fejl, der nævner det nærmeste. Hvor der står »{{år}} og {{kommune}} kan bruges«, sætter
programmet årstallet og kommunens navn ind; andet i {{ }} er fejlen FR111. Sætninger, der siger, hvor mange der har
svaret, eller hvor mange noget er, skriver programmet altid selv. I en egen skabelon hedder en tekst for eksempel
`{{{{ tekster.det_vigtigste }}}}`.

| Navn | Hvad det er | Programmets egen |
| --- | --- | --- |
{texts}

## Filerne

{rows}
"""
_COMMENT = re.compile(r"\A\{#\s*(?P<text>.*?)\s*#\}", re.DOTALL)
_BLOCK = re.compile(r"\{%-?\s*block\s+(?P<name>\w+)")
_SENTENCE = re.compile(r"\A(?P<first>.*?[.:])(?=\s|\Z)", re.DOTALL)
_WORDS: dict[type, str] = {
    str: "tekst",
    int: "helt tal",
    float: "tal",
    bool: "ja eller nej",
    Fraction: "tal",
    date: "dato",
}


@dataclass(frozen=True, slots=True)
class SeenField:
    """One name that a template can write after a dot, and what kind of value it gives."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class SeenClass:
    """One kind of value and its fields, in their order."""

    name: str
    fields: tuple[SeenField, ...]


def template_guide(kinds: tuple[DocumentType, ...], templates: Mapping[str, str], filters: tuple[str, ...]) -> str:
    """Write the page from the texts of the program's templates by name and the names of the filters there are."""
    names = ", ".join(f"`{name}`" for name in sorted(filters))
    rows = "\n".join(_row(name, text) for name, text in sorted(templates.items()))
    texts = "\n".join(f"| `{one.spelled}` | {one.help} | {one.default} |" for one in Tekster.fields.values())
    parts = [_INTRODUCTION.replace("{filters}", names), _FILES.format(rows=rows, texts=texts)]
    told: set[str] = set()
    for kind in (one for one in kinds if not one.written):
        parts += [f"\n## Det, som {kind.name} ser\n", _values(kind.shows, told)]
    return "".join(parts)


def _row(name: str, text: str) -> str:
    comment = _COMMENT.match(text)
    blocks = [match["name"] for match in _BLOCK.finditer(text)]
    after = f" Blokke: {', '.join(f'`{block}`' for block in dict.fromkeys(blocks))}." if blocks else ""
    return f"- `{name}`: {_first_sentence(comment['text']) if comment else ''}{after}"


def _first_sentence(text: str) -> str:
    """Give the first sentence on one line; what stands in braces is code."""
    found = _SENTENCE.match(text)
    sentence = " ".join((found["first"] if found else text).split()).rstrip(":.")
    return re.sub(r"\{[%{].*?[%}]\}", lambda code: f"`{code.group()}`", sentence) + "."


def _values(shows: type, told: set[str]) -> str:
    """Tell of the classes that no earlier document has told of; `told` grows."""
    classes = seen_by_templates(shows)
    new = [one for one in classes if one.name not in told]
    told.update(one.name for one in new)
    first = classes[0]
    lead = f"\n`dokument` er en `{first.name}`. Navne skrives efter et punktum: `dokument.{first.fields[0].name}`.\n"
    return lead + "".join(_section(one) for one in new)


def _section(one: SeenClass) -> str:
    return "\n".join(_lines(one)) + "\n"


def _lines(one: SeenClass) -> Iterator[str]:
    yield f"\n### {one.name}\n"
    yield "| Navn | Værdi |"
    yield "| --- | --- |"
    yield from (f"| `{field.name}` | {field.kind} |" for field in one.fields)


def seen_by_templates(shows: type) -> tuple[SeenClass, ...]:
    """List the classes that are reached from `shows`, itself first, each once, in the order they are met."""
    found: dict[type, SeenClass] = {}
    waiting = [shows]
    while waiting:
        one = waiting.pop(0)
        if one not in found:
            hints = dict(_hints(one))
            found[one] = SeenClass(one.__name__, tuple(SeenField(name, kind_of(hint)) for name, hint in hints.items()))
            waiting += [inner for hint in hints.values() for inner in _classes(hint)]
    return tuple(found.values())


def kind_of(hint: Any) -> str:
    """Name a type in Danish: "liste af Tabel", "tekst eller intet"."""
    if isinstance(hint, type) and issubclass(hint, Enum):
        return "et af ordene " + ", ".join(f"»{one.value}«" for one in hint)
    return _of_several(get_origin(hint), get_args(hint)) or _WORDS.get(hint) or str(hint.__name__)


def _of_several(origin: Any, arguments: tuple[Any, ...]) -> str:
    """Name a type that is made of others, "" for any other."""
    if origin in {Union, UnionType}:
        return " eller ".join("intet" if one is NoneType else kind_of(one) for one in arguments)
    if origin is tuple and arguments[-1] is Ellipsis:
        return f"liste af {kind_of(arguments[0])}"
    if origin is tuple:
        return f"({', '.join(kind_of(one) for one in arguments)})"
    if origin is not None and issubclass(origin, Mapping):
        return f"opslag fra {kind_of(arguments[0])} til {kind_of(arguments[1])}"
    return ""


def _hints(one: type) -> Iterator[tuple[str, Any]]:
    """Yield the fields and the properties that are not hidden, with their types."""
    hints = get_type_hints(one)
    names = (field.name for field in fields(one)) if is_dataclass(one) else one._fields  # type: ignore[attr-defined]  # the other kind of value is a named tuple
    yield from ((name, hints[name]) for name in names if name[0] != "_")
    for name, value in inspect.getmembers(one, lambda value: isinstance(value, property)):
        if name[0] != "_":
            yield name, get_type_hints(value.fget)["return"]


def _classes(hint: Any) -> Iterator[type]:
    if isinstance(hint, type) and (is_dataclass(hint) or hasattr(hint, "_fields")):
        yield hint
    for argument in get_args(hint):
        yield from _classes(argument)
