"""The web edition in a real browser: no barrier that axe-core finds, in light, dark and narrow."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from support.slow_tools import CHROMIUM, node_module

pytestmark = pytest.mark.slow
SCRIPT = Path(__file__).with_name("axe.mjs")
# axe-core sees no ground behind text in a drawing, and doubts that a single sign is text. The pairs of colours are
# computed in tests/unit/rendering/templates/test_style_sheet.py. A cell that is rolled out of sight in a narrow window
# is in sight in a wide one, in the same colours.
UNSEEN = ("color-contrast imgNode:", "color-contrast shortTextContent:")
ROLLED_AWAY = "color-contrast elmPartiallyObscured:"


@pytest.fixture(scope="module")
def looked_at(pages: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """Open every report in every dress, once."""
    folder = tmp_path_factory.mktemp("axe")
    for name, html in pages.items():
        (folder / f"{name}.html").write_text(html, encoding="utf-8")
    tools = [str(node_module(name)) for name in ("playwright-core", "axe-core")]
    files = [str(folder / f"{name}.html") for name in pages]
    command = [shutil.which("node") or "node", str(SCRIPT), *tools, shutil.which(CHROMIUM) or CHROMIUM, *files]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    assert len(found) == 4 * len(pages)
    return found


def found_by(looked_at: list[dict[str, Any]], key: str) -> dict[str, Any]:
    """Give what was found under a key, by page and dress, where there was anything."""
    return {f"{Path(one['page']).stem}, {one['dress']}": one[key] for one in looked_at if one[key]}


def test_axe_finds_no_barrier(looked_at: list[dict[str, Any]]) -> None:
    """WCAG 2.1 A and AA, as far as a program can judge; and it did judge."""
    assert found_by(looked_at, "violations") == {}
    assert min(one["passes"] for one in looked_at) > 15


def test_axe_is_in_doubt_about_nothing(looked_at: list[dict[str, Any]]) -> None:
    """What a program cannot settle is left to nobody, but for what is settled elsewhere."""
    doubts = [
        f"{where}: {one}"
        for where, found in found_by(looked_at, "incomplete").items()
        for one in found
        if not one.startswith(UNSEEN) and not ("narrow" in where and one.startswith(ROLLED_AWAY))
    ]
    assert doubts == []


def test_nobody_scrolls_sideways(looked_at: list[dict[str, Any]]) -> None:
    """At 320 pixels, which is also 1280 at 400 %, the page is no wider than the window (WCAG 1.4.10)."""
    assert found_by(looked_at, "overflow") == {}


def test_the_page_needs_nothing_else(looked_at: list[dict[str, Any]]) -> None:
    """One file: no script, and nothing fetched."""
    assert found_by(looked_at, "scripts") == {}
    assert found_by(looked_at, "fetched") == {}
