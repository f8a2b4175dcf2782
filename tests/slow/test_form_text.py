"""What the form's page writes into a file's text: read again it says what was answered, and nothing else has moved."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from support.forms import Json, below, shown, shown_if_read
from support.repository import EXAMPLES, REPOSITORY

pytestmark = pytest.mark.slow
# Of each answer: the file, the part of its form, the answer, and what the page made of them.
Answered = list[tuple[Json, Json, Any, Json]]
SCRIPT = Path(__file__).with_name("form_text.mjs")
WRITER = REPOSITORY / "src" / "frivilligrapport" / "formular" / "page" / "text"
REAL = ("indberetninger/2014/sof.yaml", "indberetninger/2014/bif.yaml")
NEW = """\
# Statusfil
forvaltning: SUF
år: 2015
filstatus: udkast
kontakt:
  funktion: Medlem af netværket  # UDFYLD: passer det stadig? Det er fra 2014
  postkasse:  # UDFYLD: en fælles postkasse
status:
  - overskrift: 'Årets arbejde'
    tekst: |  # UDFYLD: jeres egne ord om året
      uoplyst
perspektiver: uoplyst  # UDFYLD: se eksemplet ovenfor
indsatser:
  # Beskrivelsen i 2014: 🌳
  - id: byhaver
    navn: "Byhaver 🌳"
    tilstand: i gang  # UDFYLD: tilstanden nu; den er fra 2014
    tema:
      - grøn
      - kultur
    ukendt: bliver stående
    tal:
      frivillige:
        antal: uoplyst  # UDFYLD: antal frivillige i 2015
        forrige_år: ca. 60
      haver: 4

  # - id: strandens-dag
  #   navn: Strandens Dag
  #   tilstand: afholdt
forslag: uoplyst  # UDFYLD: se eksemplet ovenfor"""
# Words that YAML reads as something else when they are written without thought.
WORDS = """\
Ny tekst
a: b
true
2015
# nej
- x
Bål, brød [og] {sang}
"citat" og 'så'
* stjerne
slut:
æøå😀 ja
? hvad
! nu
% af
@ os
`kode`
a #b
null
~
| rør
> mere
&anker
\\n og \\
""".splitlines()
WORDS += ["  rum  ", "a\tb"]
PROSE = [
    "Kort",
    "To\n\nafsnit: med # tegn\n- punkt",
    "Lang tekst " * 20,
    "  indrykket\n    kode\n",
    "- liste\n- to",
    "uoplyst",
    "tab\tog\u2028linje",
    "slut med kolon:",
    "# ikke en bemærkning\n# heller ikke",
    "--- \n...",
    "a\r\nb",
    "\u0007klokke",
]
ANSWERS: dict[str, list[Any]] = {
    "prosa": PROSE,
    "tal": ["ca. 80", "1.000-2.000", "uoplyst", "0", "½"],
    "liste": [["a", "b, c", "d: e", "[f]"], ["én"], ["# g", "h #i"]],
    "henvisninger": [["aa", "bb"], ["2015"]],
}


def parts_in_order(form: Json) -> list[Json]:
    """List everything in a form, in the order in which the page goes through it."""

    def walk(one: Json) -> Iterator[Json]:
        yield one
        yield from [one["svar_felt"]] if one.get("svar_felt") else []
        for child in one.get("børn", []):
            yield from walk(child)

    return [part for one in form["dele"] for part in walk(one)]


def control(form: Json, part: Json) -> str:
    """Say with which control a field is answered."""
    return str(form["om"].get(part.get("om"), {}).get("slags", "tekst"))


def odd() -> dict[str, str]:
    """Give files that are written otherwise than `new` writes them, each also as Notesblok saves it."""
    found = {path.stem: path.read_bytes().decode() for path in sorted((EXAMPLES / "skema").glob("*.yaml"))}
    return found | {f"{name} i Notesblok": notepad(text) for name, text in found.items() if "\r" not in text}


def notepad(text: str) -> str:
    """Give a text with the mark and the line ends of Notesblok."""
    return "\ufeff" + text.replace("\n", "\r\n")


def texts() -> dict[str, str]:
    """Give some real status files, and one as `new` makes it, also as Notesblok saves it."""
    found = {name: (REPOSITORY / name).read_bytes().decode() for name in REAL}
    return found | {"ny": NEW, "ny i Notesblok": notepad(NEW + "\n")}


def files_of(found: dict[str, str]) -> list[Json]:
    """Give texts with what the page is told of each."""
    return [{"navn": name, "tekst": text, "visning": shown(text)} for name, text in found.items()]


def outcomes(files: list[Json], tasks: list[Json]) -> list[Any]:
    """Let the page's writer do all tasks."""
    command = [shutil.which("node") or "node", str(SCRIPT), str(WRITER)]
    asked = json.dumps({"files": files, "tasks": tasks})
    done = subprocess.run(command, input=asked, capture_output=True, encoding="utf-8", check=True, timeout=120)
    return list(json.loads(done.stdout))


@pytest.fixture(scope="module")
def answered() -> Answered:
    """Answer every field of every file, and every fifth of the odd ones, each with the next answer of its kind."""
    files = files_of(texts() | odd())
    words = {kind: cycle(some) for kind, some in ANSWERS.items()}
    others = cycle(WORDS)
    tasks = [
        {"fil": number, "nr": nr, "gør": "answered", "værdi": next(words.get(control(file["visning"], part), others))}
        for number, file in enumerate(files)
        for nr, part in enumerate(parts_in_order(file["visning"]))
        if part["type"] == "felt" and part["felt"] != "svar" and not part.get("låst")
        if number < len(texts()) or nr % 5 == number % 5
    ]
    found = []
    for task, outcome in zip(tasks, outcomes(files, tasks), strict=True):
        file = files[task["fil"]]
        part = parts_in_order(file["visning"])[task["nr"]]
        found.append((file, part, task["værdi"], outcome | {"form": shown_if_read(outcome["tekst"])}))
    assert len(found) > 500
    return found


def as_kept(value: str | list[str], kind: str) -> str | list[str]:
    """Give an answer as it is kept: nothing unseen in it, no room around it, and one line but for prose."""
    if isinstance(value, list):
        return value
    text = value.replace("\r\n", "\n").replace("\u2028", "\n").replace("\u0007", "")
    return text.strip() if kind == "prosa" else re.sub(r"\s*[\t\n]\s*", " ", text).strip()


def values(form: Json) -> dict[str, Any]:
    """Give every field's value by its key, but for short answers, which share theirs."""
    return {one["sti"]: one["værdi"] for one in below(form["dele"]) if one["type"] == "felt" and one["felt"] != "svar"}


def test_what_is_answered_is_read(answered: Answered) -> None:
    """Whatever is typed into a field, the file says it afterwards, and says all else as before."""
    wrong = []
    for file, part, value, outcome in answered:
        name, form = file["navn"], outcome["form"]
        if form is None:
            wrong.append((name, part["sti"], value, "cannot be read"))
            continue
        kind = control(file["visning"], part)
        if kind == "nøgle" or part["felt"] == "id":
            continue  # what has another name has another key here
        before, after = values(file["visning"]), values(form)
        if after[part["sti"]] != as_kept(value, kind):
            wrong.append((name, part["sti"], value, after[part["sti"]]))
        wrong += [
            (name, part["sti"], value, key) for key in before if key != part["sti"] and before[key] != after.get(key)
        ]
    assert wrong == []


def test_only_the_field_is_written(answered: Answered) -> None:
    """Before the field and after it, with its mark, every character of the text is as it was.

    Only the remark behind a value is moved where a text with lines of its own is written: to the sign before them.
    """
    wrong = []
    for file, part, _, outcome in answered:
        before, after = file["tekst"].encode("utf-16-le"), outcome["tekst"].encode("utf-16-le")
        missing, mark = part["mangler"], part["mærke"]
        begin = missing["ved"] if missing else part["start"]
        end = missing["slet_til"] if missing else part["slut"]
        if mark:
            begin, end = min(begin, mark[0]), max(end, mark[1])
        head, rest = before[: 2 * begin].decode("utf-16-le").rstrip(" "), before[2 * end :].decode("utf-16-le")
        line = after[2 * begin :].decode("utf-16-le").partition("\n")[0]
        if not missing and line.lstrip().startswith("|"):
            remark = rest.partition("\n")[0].rstrip("\r")
            rest = rest.removeprefix(remark)
            if remark.strip() not in line:
                wrong.append((file["navn"], part["sti"], remark))
        if after[: 2 * begin].decode("utf-16-le").rstrip(" ") != head or not outcome["tekst"].endswith(rest):
            wrong.append((file["navn"], part["sti"], ""))
    assert wrong == []


def test_places_follow_the_text(answered: Answered) -> None:
    """After an answer the page knows without the program where everything stands: the next answer is right too."""
    wrong = []
    for file, part, value, outcome in answered:
        fresh = parts_in_order(outcome["form"]) if outcome["form"] else []
        if [one["type"] for one in fresh] != [one["type"] for one in outcome["steder"]]:
            continue  # a short form has become a long one: another form, which only the program can tell of
        for mine, true in zip(outcome["steder"], fresh, strict=True):
            told = (true.get("start"), true.get("slut"), true.get("mærke"))
            if (mine.get("start"), mine.get("slut"), mine["mærke"]) != told and true["type"] == "felt":
                wrong.append((file["navn"], part["sti"], value, true["sti"]))
                break
    assert wrong == []


def test_what_is_added_and_removed_can_be_read() -> None:
    """A group that is put in or taken out leaves a file that can be read; a held event is there again."""
    files = files_of(texts() | odd())
    tasks: list[Json] = []
    for number, file in enumerate(files):
        for nr, part in enumerate(parts_in_order(file["visning"])):
            tasks += [{"fil": number, "nr": nr, "gør": "added"}] if part.get("tilføj") else []
            tasks += [{"fil": number, "nr": nr, "gør": "removed"}] if part.get("fjern") else []
            tasks += [{"fil": number, "nr": nr, "gør": "heldAgain"}] if part["type"] == "afholdt" else []
    done = outcomes(files, tasks)
    unread = [
        (files[task["fil"]]["navn"], task)
        for task, outcome in zip(tasks, done, strict=True)
        if shown_if_read(outcome["tekst"]) is None
    ]
    assert unread == []
    held = [outcome["tekst"] for task, outcome in zip(tasks, done, strict=True) if task["gør"] == "heldAgain"]
    assert sum("\n  - id: strandens-dag" in text for text in held) == 2
    assert len(held) == 10


@pytest.mark.parametrize(
    ("items", "lines"),
    [
        (["En", "To", "Fire"], "# først|- En  # nr 1|- To|# imellem|- Fire  # nr 3"),
        (["En"], "# først|- En  # nr 1|# imellem"),
        (["Nul", "En", "To", "Tre: 3"], "# først|- Nul|- En  # nr 1|- To|# imellem|- 'Tre: 3'  # nr 3"),
        (["En", "To", "Tre: 3", "#4"], "# først|- En  # nr 1|- To|# imellem|- 'Tre: 3'|- '#4'  # nr 3"),
    ],
)
def test_remarks_between_a_lists_items_stay(items: list[str], lines: str) -> None:
    """In a list with a line for each item only what has changed is written."""
    typed = ("# først", "- En  # nr 1", "- To", "# imellem", "- 'Tre: 3'  # nr 3")
    head = "forvaltning: SUF\når: 2015\nindsatser:\n  - id: a\n    navn: A\n    tilstand: i gang\n    partnere:\n"
    before, after = (
        head + "".join(f"      {line}\n" for line in some) + "    tema: [a]\n" for some in (typed, lines.split("|"))
    )
    form = shown(before)
    (nr,) = [nr for nr, one in enumerate(parts_in_order(form)) if one["felt"] == "partnere"]
    task = {"fil": 0, "nr": nr, "gør": "answered", "værdi": items}
    assert outcomes([{"tekst": before, "visning": form}], [task])[0]["tekst"] == after


def test_many_changes_in_a_row_say_what_they_should() -> None:
    """Without the program the page itself keeps track of where all stands: the file says what the form shows."""
    files = files_of(texts() | odd())
    tasks: list[Json] = [
        {"fil": number % len(files), "gør": "many", "værdi": {"antal": 14, "frø": number * 7919 + 1}}
        for number in range(2 * len(files))
    ]
    wrong = []
    for task, outcome in zip(tasks, outcomes(files, tasks), strict=True):
        form = shown_if_read(outcome["tekst"])
        fields = [one for one in parts_in_order(form) if one["type"] == "felt"] if form else []
        # When the last of a list is taken out, the word that is then there is shown with the next view.
        said = sorted(
            json.dumps([one["felt"], one["værdi"]]) for one in fields if one["værdi"] and one["felt"] != "svar"
        )
        if said != sorted(json.dumps(one) for one in outcome["felter"] if one[0] != "svar"):
            wrong.append((files[task["fil"]]["navn"], task["værdi"]))
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("a\r\nb\r\nc", "a\nbx\nc"),
        ("\ufeffa\r\nb\nc", "a\nb\n\nc"),
        ("a\nb", ""),
        ("\ufeff", "ny\n"),
        ("😀\r\nb", "😀\nbc\n"),
    ],
)
def test_what_is_typed_in_the_text_box_keeps_line_ends_and_mark(text: str, typed: str) -> None:
    """A text box holds newlines alone and no byte order mark; what was not typed over keeps its own."""
    box = text.removeprefix("\ufeff").replace("\r\n", "\n")
    (same, now) = outcomes(
        [],
        [{"gør": "typedOver", "værdi": [text, box, box]}, {"gør": "typedOver", "værdi": [text, box, typed]}],
    )
    assert same["svar"] == text
    assert now["svar"].removeprefix("\ufeff").replace("\r\n", "\n") == typed
    assert now["svar"].startswith("\ufeff") == text.startswith("\ufeff")


@pytest.mark.parametrize(
    ("name", "taken", "made"),
    [
        ("Blå Økologi & Æbler", [], "blaa-oekologi-aebler"),
        ("Café", ["cafe"], "cafe-2"),
        ("»Ren Kærlighed« 2015", [], "ren-kaerlighed-2015"),
        ("...", [], ""),
    ],
)
def test_an_indsats_gets_its_id_from_its_name(name: str, taken: list[str], made: str) -> None:
    """The id is the name in a-z, digits and hyphens, and nobody else's."""
    assert outcomes([], [{"gør": "idOf", "værdi": [name, taken]}]) == [{"svar": made}]
