"""The server behind the window: for this machine alone, for who knows the token, and only to read.

It is the standard library's: a handful of tabs of one person ask it, and a framework would be four packages more to
keep. It never looks at a file by a name from an address; what it hands out it gets from a `Site`.
"""

import json
import os
import re
from collections.abc import Callable
from hmac import compare_digest
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from threading import Condition
from typing import Any, NamedTuple, Protocol
from urllib.parse import urlsplit

from frivilligrapport.cli.exits import CannotWrite

ADDRESS = "127.0.0.1"
_FIRST, _PORTS = 8400, 20
_PATIENCE = 15.0  # seconds between signs of life to a window
_NAME = "[a-z0-9-]+"
_POLICY = "base-uri 'none'; form-action 'none'; "
# The window runs its own script and asks for nothing from elsewhere; nobody may put it into a page of theirs.
_WINDOW = (
    f"{_POLICY}default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; "
    "img-src data:; frame-ancestors 'none'"
)
# A document runs nothing and asks for nothing from elsewhere, whatever stands in it; its own policy is stricter still.
_DOCUMENT = (
    f"{_POLICY}default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'"
)
_SHELL = {
    "": ("window.html", "text/html"),
    "vis.css": ("window.css", "text/css"),
    "vis.js": ("window.js", "text/javascript"),
}
_HTML, _JSON, _TEXT, _EVENTS = "text/html", "application/json", "text/plain", "text/event-stream"
_METHODS = "GET, HEAD"


class Site(Protocol):
    """What the server hands out."""

    def page(self, name: str) -> bytes | None:
        """Give a document's page, None when there is none."""
        ...

    def state(self, name: str) -> dict[str, Any] | None:
        """Give what the window shows beside it, of the first document for ""; None when no document has the name."""
        ...

    def source(self, name: str, anchor: str) -> dict[str, Any] | None:
        """Give where a figure was typed, None when there is no such entry."""
        ...


class News:
    """Tell those who wait that something has changed."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._number = 0

    def tell(self, number: int) -> None:
        """Let all who wait know the newest number."""
        with self._changed:
            self._number = number
            self._changed.notify_all()

    def wait(self, seen: int, seconds: float) -> int:
        """Give the newest number: at once when it is not the one seen, else when it changes or the time is over."""
        with self._changed:
            self._changed.wait_for(lambda: self._number != seen, seconds)
            return self._number


class _Reply(NamedTuple):
    status: HTTPStatus
    kind: str
    body: bytes
    policy: str = _DOCUMENT


class Server(ThreadingHTTPServer):
    """Listen on this machine; `address` is what a browser opens.

    What the site is asked for is done by `ask`, which gives what comes of it.
    """

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there it would let two programs have the same port

    def __init__(self, port: int, token: str, site: Site, news: News, ask: Callable[[Callable[[], Any]], Any]) -> None:
        super().__init__((ADDRESS, port), _Handler)
        self.token, self.site, self.news, self.ask = token, site, news, ask

    @property
    def address(self) -> str:
        """Give the whole address, with the token."""
        return f"http://{ADDRESS}:{self.server_port}/{self.token}/"

    def handle_error(self, *_: object) -> None:
        """Let a window that was closed go without a word."""


def open_server(port: int | None, make: Callable[[int], Server]) -> Server:
    """Open the server on the port asked for, or on the next one free. Raises CannotWrite."""
    for one in [port] if port is not None else range(_FIRST, _FIRST + _PORTS):
        try:
            return make(one)
        except (OSError, OverflowError):
            continue
    if port is not None:
        raise CannotWrite(
            f"Porten {port} er optaget eller kan ikke bruges.", "Udelad --port, så findes en, der er ledig."
        )
    taken = f"Portene {_FIRST} til {_FIRST + _PORTS - 1} er alle optaget."
    raise CannotWrite(taken, "Luk en visning, der kører, eller vælg en anden port med --port.")


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    timeout = 120

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def __getattr__(self, name: str) -> Any:
        """Refuse every other method with what is allowed."""
        if name.startswith("do_"):
            return self._refuse_method
        raise AttributeError(name)

    def version_string(self) -> str:
        """Tell nobody which versions there are."""
        return "frivilligrapport"

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal is for what went wrong."""

    def _refuse_method(self) -> None:
        self.close_connection = True
        self._send(_refused(HTTPStatus.METHOD_NOT_ALLOWED, "Her kan kun læses."), Allow=_METHODS, Connection="close")

    def _answer(self) -> None:
        if not self._is_for_us():
            self._send(_refused(HTTPStatus.FORBIDDEN, "Visningen er kun for denne maskine."))
            return
        _, _, rest = urlsplit(self.path).path.partition("/")
        token, slash, place = rest.partition("/")
        if not compare_digest(token.encode(), self.server.token.encode()) or not slash:
            self._send(_refused(HTTPStatus.FORBIDDEN, "Åbn hele den adresse, som står i terminalen."))
        elif place == "begivenheder":
            self._stream()
        else:
            found = _shell(place) or self.server.ask(lambda: self._reply(place))
            self._send(found or _refused(HTTPStatus.NOT_FOUND, "Den side findes ikke."))

    def _is_for_us(self) -> bool:
        """Tell whether the browser asks by our own name: another may lead to this machine too (DNS rebinding)."""
        port = self.server.server_port
        own = {f"{ADDRESS}:{port}", f"localhost:{port}"}
        origins = {f"http://{one}" for one in own}
        hosts = self.headers.get_all("Host") or []
        return len(hosts) == 1 and hosts[0] in own and {*(self.headers.get_all("Origin") or [])} <= origins

    def _reply(self, place: str) -> _Reply | None:
        if found := re.fullmatch(rf"dokument/({_NAME})\.html", place):
            page = self.server.site.page(found[1])
            return _Reply(HTTPStatus.OK, _HTML, page) if page else None
        if found := re.fullmatch(rf"tilstand/({_NAME}|)", place):
            return _json(self.server.site.state(found[1]))
        if found := re.fullmatch(rf"kilde/({_NAME})/({_NAME})", place):
            return _json(self.server.site.source(found[1], found[2]))
        return None

    def _send(self, reply: _Reply, **more: str) -> None:
        self._send_head(reply.status, reply.kind, reply.policy, {"Content-Length": str(len(reply.body)), **more})
        if self.command != "HEAD":
            self.wfile.write(reply.body)

    def _send_head(self, status: HTTPStatus, kind: str, policy: str, more: dict[str, str]) -> None:
        self.send_response(status)
        told = {
            "Content-Type": f"{kind}; charset=utf-8",
            "Content-Security-Policy": policy,
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",  # the token is in the address
            "Cross-Origin-Resource-Policy": "same-origin",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cache-Control": "no-store",
        }
        for name, value in (told | more).items():
            self.send_header(name, value)
        self.end_headers()

    def _stream(self) -> None:
        """Tell a window of each change until it is closed."""
        self.close_connection = True
        self._send_head(HTTPStatus.OK, _EVENTS, _DOCUMENT, {"Connection": "close"})
        seen = 0
        words = "retry: 500\n\n"
        while self.command != "HEAD":
            self.wfile.write(words.encode())
            self.wfile.flush()
            newest = self.server.news.wait(seen, _PATIENCE)
            words = f"event: ny\ndata: {newest}\n\n" if newest != seen else ": her\n\n"
            seen = newest


def _shell(place: str) -> _Reply | None:
    """Give the window itself, or what it runs and looks like."""
    if place not in _SHELL:
        return None
    name, kind = _SHELL[place]
    return _Reply(HTTPStatus.OK, kind, files(__package__).joinpath(name).read_bytes(), _WINDOW)


def _refused(status: HTTPStatus, sentence: str) -> _Reply:
    return _Reply(status, _TEXT, f"{sentence}\n".encode())


def _json(told: dict[str, Any] | None) -> _Reply | None:
    return (
        None
        if told is None
        else _Reply(HTTPStatus.OK, _JSON, json.dumps(told, ensure_ascii=False).encode(errors="replace"))
    )
