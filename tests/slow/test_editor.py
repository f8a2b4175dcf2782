"""What a contact sees in VS Code: the real YAML language server over our files, without network."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from frivilligrapport.models.enheder import ENHEDER
from frivilligrapport.models.statusfil import Statusfil
from support.editors.language_server import LanguageServer, language_server
from support.repository import REPOSITORY
from support.slow_tools import node_module

pytestmark = pytest.mark.slow
FILES = sorted((REPOSITORY / "indberetninger").rglob("*.yaml"))
FILE = REPOSITORY / "indberetninger" / "2014" / "ny.yaml"
MODELINE = "# yaml-language-server: $schema=../skema/statusfil.schema.json\n"
HEAD = MODELINE + "forvaltning: TMF\når: 2014\n"
INDSATS = HEAD + "indsatser:\n  - id: smag-verden\n    navn: Smag Verden\n    tilstand: afholdt\n"


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    """Run the server with the repository's own settings; what it would fetch from elsewhere, it cannot."""
    settings = json.loads((REPOSITORY / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    program = node_module("yaml-language-server") / "bin" / "yaml-language-server"
    command = ["node", "--require", str(Path(__file__).with_name("no_network.cjs")), str(program), "--stdio"]
    with language_server(command, REPOSITORY, settings) as running:
        yield running


def told(server: LanguageServer, text: str) -> list[tuple[int, str]]:
    """Give the findings in a text, each with its line (from 1)."""
    findings = [(one["range"]["start"]["line"] + 1, one["message"]) for one in server.open(FILE, text)]
    server.close(FILE)
    return sorted(findings)


def cursor(marked: str) -> tuple[str, int, int]:
    """Give a text without its ¤, and the place where it stood, counted from 0."""
    before, _, after = marked.partition("¤")
    return before + after, before.count("\n"), len(before) - before.rfind("\n") - 1


def proposed(server: LanguageServer, marked: str) -> dict[str, str]:
    """Give what is proposed where the text has a ¤: what one chooses, and what is told of it."""
    text, line, character = cursor(marked)
    server.open(FILE, text)
    items = server.complete(FILE, line, character)
    server.close(FILE)
    return {item["label"]: str(item.get("documentation", "")) for item in items}


def hovered(server: LanguageServer, marked: str) -> str:
    """Give what is shown over the ¤ of a text."""
    text, line, character = cursor(marked)
    server.open(FILE, text)
    shown = server.hover(FILE, line, character)
    server.close(FILE)
    return shown


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(REPOSITORY / "indberetninger").as_posix())
def test_our_files_have_no_red_line(server: LanguageServer, path: Path) -> None:
    """The server finds nothing in a file of ours."""
    findings = server.open(path)
    server.close(path)
    assert findings == []


def test_other_spellings_have_no_red_line(server: LanguageServer) -> None:
    """What the program reads is not underlined, however it is spelt."""
    spelt = "Indsatser:\n  - ID: smag-verden\n    Navn: 2014\n    tilstand: I_gang\n    maalgrupper: [børn]\n"
    figures = (
        "    tal:\n      Møder (board): 2\n      moeder (andre): over 20\n      hestevogne: 2.600\n      kroner:\n"
    )
    assert told(server, MODELINE + "FORVALTNING: TMF\naar: 2014\nforslag: Ingen\n" + spelt + figures) == []


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (MODELINE + "år: 2014\n", 2, "Feltet »forvaltning« mangler."),
        (HEAD + "filstatus: klart\n", 4, "Skriv udkast, klar eller godkendt."),
        (HEAD.replace("2014", "14"), 3, "Et årstal skrives med fire cifre, fx 2014."),
        (HEAD + "perspektiver: Der kommer flere.\n", 4, "Her skal stå felter, hvert på sin egen linje"),
        (INDSATS + "    målgruper: [børn]\n", 8, "Feltet kendes ikke her. Felterne er: id, navn"),
        (INDSATS + "    målgrupper: børn\n", 8, "Her skal stå en liste: [ét, to]"),
        (INDSATS + "    kilde: [a, b]\n", 8, "Her skal stå én værdi"),
        (INDSATS + "    ny_i_år: måske\n", 8, "Skriv ja eller nej."),
        (INDSATS.replace("smag-verden", "Smag Verden"), 5, "Et id skrives med små bogstaver"),
        (INDSATS.replace("navn: Smag Verden", "navn:"), 6, "Feltet skal udfyldes med én værdi."),
        (INDSATS.replace("    navn: Smag Verden\n", ""), 5, "Feltet »navn« mangler."),
        (INDSATS + "    tal:\n      frivillige:\n        antl: 3\n", 10, "Feltet kendes ikke her. Felterne er: antal"),
        (INDSATS + "    tal:\n      frivillige:\n      antal: 3\n", 10, "Her skal stå en enhed, fx frivillige."),
        (INDSATS + "    tal: 15\n", 8, "Her skal stå felter, hver med navn, kolon og værdi"),
    ],
)
def test_a_mistake_is_told_once_in_danish(server: LanguageServer, text: str, line: int, message: str) -> None:
    """A mistake gives one red line, where it is, that says in Danish what to write."""
    ((found, said),) = told(server, text)
    assert (found, said[: len(message)]) == (line, message)


def test_fields_are_proposed(server: LanguageServer) -> None:
    """On an empty line all fields are proposed as they are spelt, with their texts, and nothing else."""
    texts = [one.help for one in Statusfil.fields.values()]
    found = proposed(server, MODELINE + "¤")
    assert list(found.values()) == texts
    assert "år" in found


def test_words_are_proposed(server: LanguageServer) -> None:
    """After a field with a closed list its words are proposed, each with what it means; nothing after a free text."""
    states = proposed(server, INDSATS.replace("afholdt", "¤"))
    assert states["i drift"] == "Det kører fast."
    assert next(iter(states)) == "afholdt"
    assert list(proposed(server, HEAD + "forslag: ¤"))[-2:] == ["ingen", "uoplyst"]
    assert set(proposed(server, INDSATS + "    ny_i_år: ¤")) == {"ja", "nej"}
    assert "rådsmedlem" in proposed(server, INDSATS + "    frivilligtype: [¤]")
    assert proposed(server, INDSATS + "    kilde: ¤") == {}


def test_units_are_proposed(server: LanguageServer) -> None:
    """Under `tal` the units are proposed, each with its definition, and below a unit the fields of a figure."""
    units = proposed(server, INDSATS + "    tal:\n      ¤")
    assert list(units) == [unit.flertal for unit in ENHEDER]
    assert all(units[unit.flertal].startswith(unit.definition) for unit in ENHEDER)
    below = proposed(server, INDSATS + "    tal:\n      frivillige:\n        ¤")
    assert {"antal", "forrige_år", "på_vej_med_i_antal", "tal med flere oplysninger"} <= set(below)


@pytest.mark.parametrize(
    ("marked", "label", "written"),
    [
        (HEAD + "indsatser:\n  - ¤", "ny indsats", "id: ${1:kort-navn}\n  navn: $2\n  tilstand: $3\n"),
        (HEAD + "¤", "status", "status:\n  - overskrift: $1\n    tekst: $2"),
        (HEAD + "forslag: ¤", "nyt forslag", "\n  - titel: $1\n    begrundelse: $2"),
        (HEAD + "mangler: ¤", "ny mangel", "\n  - hvor: $1\n    hvad: $2\n    årsag: $3"),
    ],
)
def test_snippets(server: LanguageServer, marked: str, label: str, written: str) -> None:
    """Groups that nearly always look the same are written for you."""
    text, line, character = cursor(marked)
    server.open(FILE, text)
    found = [item["insertText"] for item in server.complete(FILE, line, character) if item["label"] == label]
    server.close(FILE)
    assert found[0].startswith(written)


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        (HEAD.replace("forv", "forv¤"), "Forvaltningens forkortelse, som den står i kommune.yaml, fx TMF."),
        (INDSATS.replace("tilst", "tilst¤"), "Hvor langt indsatsen er: afholdt, i gang"),
        (INDSATS + "    maal¤grupper: [børn]\n", "Hvem indsatsen er til for"),
        (INDSATS + "    tal:\n      gæs¤ter (unge): 200\n", "Personer, der besøger et arrangement."),
    ],
)
def test_hover_explains_in_danish(server: LanguageServer, marked: str, text: str) -> None:
    """Over a field's name stands what it is, in any spelling, without a word of English or a path."""
    shown = hovered(server, marked)
    assert text in shown
    assert not any(word in shown for word in ("Allowed", "Example", "Source", "file:"))
