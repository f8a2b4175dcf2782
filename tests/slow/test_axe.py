"""The web edition in a real browser: no barrier that axe-core finds, in light, dark, narrow and printed."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from support.editions import Edition
from support.folders.work_folder import write_folder
from support.slow_tools import CHROMIUM, node_module

from .conftest import page

pytestmark = pytest.mark.slow
SCRIPT = Path(__file__).with_name("axe.mjs")
DRESSES = 5
DOCUMENTS = ("tabelbilag", "kort-udgave", "faktaark-oekf", "returbrev-tmf", "foelgenotat", "index")
# axe-core sees no ground behind text in a drawing, nor behind a heading that is higher than the paragraph beside it,
# and doubts that a single sign is text. The pairs of colours are computed in
# tests/unit/rendering/templates/test_style_sheet.py.
UNSEEN = tuple(f"color-contrast {why}:" for why in ("imgNode", "elmPartiallyObscuring", "shortTextContent"))
# Nobody follows a link on paper; and the browser's picture of what is printed lacks the sheet that a cover stands on.
ON_PAPER = ("link-in-text-block", "color-contrast")


def _table(columns: int, rows: int = 3) -> str:
    cells = (["Uge", *(f"Uge {number}" for number in range(2, columns + 1))], ["---"] * columns)
    return "".join(f"      | {' | '.join(row)} |\n" for row in (*cells, *[["2466"] * columns] * rows))


def _tables(folder: Path) -> Path:
    """Write a report whose contributors have tables of every width, one with a long word, one with empty cells."""
    found = [_table(columns) for columns in (2, 6, 12, 16, 22, 40)]
    found += [
        f"      | Emne | Beskrivelse |\n      |---|---|\n      | {'Ungdomsuddannelse' * 4} | {'Ord ' * 60} |\n",
        "      | Emne |  |\n      |---|--:|\n      | Rum |  |\n      |  | 3 |\n",
    ]
    text = "\n      Og så:\n\n".join(found)
    sections = f"  - overskrift: Tabeller\n    tekst: |\n{text}"
    return write_folder(
        folder,
        {"2014/tmf.yaml": f"forvaltning: TMF\når: 2014\nstatus:\n{sections}perspektiver: ingen\nforslag: ingen\n"},
    )


@pytest.fixture(scope="module")
def looked_at(
    pages: dict[str, str], pages_2014: Edition, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[Any]]:
    """Open a document of each kind in every dress, once."""
    folder = tmp_path_factory.mktemp("axe")
    written = {**pages, "tables": page(_tables(folder / "tabeller"), draft=True)}
    for name, html in written.items():
        (folder / f"{name}.html").write_text(html, encoding="utf-8")
    for name in DOCUMENTS:
        (folder / f"{name}.html").write_text(pages_2014.text(f"{name}.html"), encoding="utf-8")
    tools = [str(node_module(name)) for name in ("playwright-core", "axe-core")]
    files = sorted(map(str, folder.glob("*.html")))
    command = [shutil.which("node") or "node", str(SCRIPT), *tools, shutil.which(CHROMIUM) or CHROMIUM, *files]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=900)
    found: dict[str, list[Any]] = json.loads(done.stdout)
    assert len(found["findings"]) == DRESSES * len(files)
    return found


def found_by(looked_at: dict[str, list[Any]], key: str, but: tuple[str, ...] = ()) -> dict[str, Any]:
    """Give what was found under a key, by page and dress, where there was anything."""
    found: dict[str, Any] = {}
    for one in looked_at["findings"]:
        left_out = (*but, *ON_PAPER) if one["dress"] == "printed" else but
        if left := [item for item in one[key] if not item.startswith(left_out)]:
            found[f"{Path(one['page']).stem}, {one['dress']}"] = left
    return found


def test_axe_finds_no_barrier(looked_at: dict[str, list[Any]], pages: dict[str, str]) -> None:
    """WCAG 2.1 A and AA, as far as a program can judge; and it did judge, of a whole report most."""
    assert found_by(looked_at, "violations") == {}
    assert min(one["passes"] for one in looked_at["findings"] if Path(one["page"]).stem in pages) > 15
    assert min(one["passes"] for one in looked_at["findings"]) > 10


def test_axe_is_in_doubt_about_nothing(looked_at: dict[str, list[Any]]) -> None:
    """What a program cannot settle is left to nobody, but for what is settled elsewhere."""
    assert found_by(looked_at, "incomplete", but=UNSEEN) == {}


def test_nobody_scrolls_sideways(looked_at: dict[str, list[Any]]) -> None:
    """From 320 pixels, which is also 1280 at 400 %, to 1920 the page is no wider than the window (WCAG 1.4.10)."""
    assert looked_at["overflows"] == []


def test_nothing_scrolls_that_the_keyboard_does_not_reach(looked_at: dict[str, list[Any]]) -> None:
    """A region that scrolls holds links; nothing else takes the focus: each table would be a stop that does nothing."""
    assert found_by(looked_at, "scrolling") == {}
    assert found_by(looked_at, "stops") == {}


def test_on_a_phone_a_table_is_a_table_to_who_hears_it(looked_at: dict[str, list[Any]]) -> None:
    """Where each row is a card, the same tables, rows, heads and cells are told of, by the same names, as on a desk."""
    heard = {(one["page"], one["dress"]): one["heard"] for one in looked_at["findings"]}
    pages = {page for page, _ in heard}
    assert [page for page in pages if heard[page, "narrow"] != heard[page, "light"]] == []
    assert sum(len(heard[page, "light"]["names"]) for page in pages) > 40


def test_the_page_needs_nothing_else(looked_at: dict[str, list[Any]]) -> None:
    """One file: no script, and nothing fetched."""
    assert {one["scripts"] for one in looked_at["findings"]} == {0}
    assert found_by(looked_at, "fetched") == {}
