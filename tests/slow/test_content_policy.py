"""What a browser lets a published page do: all that the page needs, and nothing that somebody put into it."""

import shutil
import subprocess
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from support.slow_tools import CHROMIUM

pytestmark = pytest.mark.slow
REFUSED = "Content Security Policy"


def opened(page: Path, html: str) -> tuple[str, str]:
    """Open a page in the browser; give the page as it then is, and what the browser said."""
    page.write_text(html, encoding="utf-8")
    browser = shutil.which(CHROMIUM)
    assert browser
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={page.parent / 'profil'}"]
    words = [browser, *options, "--enable-logging=stderr", "--dump-dom", page.as_uri()]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", timeout=60, check=True)
    return done.stdout, done.stderr


@pytest.mark.parametrize("name", ["full", "draft", "hard"])
def test_nothing_is_refused_that_a_page_needs(pages: dict[str, str], tmp_path: Path, name: str) -> None:
    """The browser has no complaint about style sheet, fonts, drawings and logo."""
    shown, said = opened(tmp_path / "side.html", pages[name])
    assert "</html>" in shown
    assert REFUSED not in said


def test_what_is_put_into_a_page_does_nothing(pages: dict[str, str], tmp_path: Path) -> None:
    """A script does not run, and nothing is fetched: neither picture, style sheet nor address in a style."""
    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(404)
            self.send_header("Content-Length", "0")
            self.end_headers()

    with ThreadingHTTPServer(("127.0.0.1", 0), Listener) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        away = f"http://127.0.0.1:{server.server_port}"
        alien = (
            '<script>document.title = "indbrud"</script>'
            f'<img src="{away}/billede.png" onerror="document.title = 1">'
            f'<link rel="stylesheet" href="{away}/stil.css">'
            f'<p style="background: url({away}/baggrund.png)">x</p><style>p {{ background: url({away}/p.png) }}</style>'
        )
        shown, said = opened(tmp_path / "side.html", pages["full"].replace("</body>", f"{alien}</body>"))
        seen = tuple(asked)
        bare, _ = opened(tmp_path / "uden.html", f"<!doctype html><title>x</title><body>{alien}</body>")
        server.shutdown()
    assert '<script>document.title = "indbrud"</script>' in shown
    assert "<title>indbrud" not in shown
    assert "<title>1" not in shown
    assert REFUSED in said
    assert seen == ()
    # Without the policy the same page runs the script and fetches.
    assert "<title>x</title>" not in bare
    assert "/billede.png" in asked
