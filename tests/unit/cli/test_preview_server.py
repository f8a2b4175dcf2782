"""The server behind `preview`: for this machine, for who knows the token, and only to read."""

import socket
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from operator import call
from threading import Thread
from typing import Any

import pytest

from frivilligrapport.cli.exits import CannotWrite
from frivilligrapport.cli.preview.serving import ADDRESS, News, Server, open_server

WORD = "hemmelig"
PAGE = b"<!doctype html><title>x</title>"


class Site:
    """Hand out one document, and remember what was asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, ...]] = []

    def page(self, name: str) -> bytes | None:
        """Give the one page."""
        self.asked.append(("page", name))
        return PAGE if name == "statusrapport" else None

    def state(self, name: str) -> dict[str, Any] | None:
        """Give the one state."""
        self.asked.append(("state", name))
        return {"side": "æ"} if name in {"", "statusrapport"} else None

    def source(self, name: str, anchor: str) -> dict[str, Any] | None:
        """Give no source."""
        self.asked.append(("source", name, anchor))
        return None


@pytest.fixture
def server() -> Iterator[Server]:
    """Serve on any free port while a test runs."""
    with Server(0, WORD, Site(), News(), call) as one:
        Thread(target=one.serve_forever, args=(0.01,), daemon=True).start()
        yield one
        one.shutdown()


def ask(server: Server, path: str, method: str = "GET", hosts: tuple[str, ...] | None = None, **headers: str) -> Any:
    """Send a request as it is written; give the answer, with its body under `data`."""
    connection = HTTPConnection(ADDRESS, server.server_port, timeout=5)
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    for host in hosts if hosts is not None else (f"{ADDRESS}:{server.server_port}",):
        connection.putheader("Host", host)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    answer: HTTPResponse = connection.getresponse()
    told = answer.status, answer.headers, answer.read()
    connection.close()
    return told


def test_who_has_the_address_sees_the_page(server: Server) -> None:
    """The window, its script and style, a document's page and what is shown beside it."""
    kinds = {
        "": "text/html",
        "vis.css": "text/css",
        "vis.js": "text/javascript",
        "dokument/statusrapport.html": "text/html",
    }
    for place, kind in kinds.items():
        status, headers, data = ask(server, f"/{WORD}/{place}")
        assert (status, headers.get_content_type(), bool(data)) == (200, kind, True)
    assert ask(server, f"/{WORD}/dokument/statusrapport.html?sum")[2] == PAGE
    assert ask(server, f"/{WORD}/tilstand/")[2].decode() == '{"side": "æ"}'
    assert server.address == f"http://127.0.0.1:{server.server_port}/{WORD}/"


@pytest.mark.parametrize(
    "path", ["/", "/favicon.ico", "/hemmeli/", "/hemmelig", "/hemmelig2/", "/HEMMELIG/", "/%C3%A6/"]
)
def test_without_the_token_nothing_is_shown(server: Server, path: str) -> None:
    """Another program, or another user, of the machine gets a sentence and no page."""
    status, _, data = ask(server, path)
    assert (status, data.decode()) == (403, "Åbn hele den adresse, som står i terminalen.\n")


@pytest.mark.parametrize(
    "hosts",
    [(), ("ondt.example",), ("127.0.0.1",), ("127.0.0.1.ondt.example:{port}",), ("127.0.0.1:{port}", "ondt.example")],
)
def test_another_name_of_this_machine_is_refused(server: Server, hosts: tuple[str, ...]) -> None:
    """A page elsewhere whose name leads here (DNS rebinding) reads nothing, token or not."""
    named = tuple(one.format(port=server.server_port) for one in hosts)
    assert ask(server, f"/{WORD}/", hosts=named)[0] == 403
    assert ask(server, f"/{WORD}/", Origin="http://ondt.example")[0] == 403
    assert ask(server, f"/{WORD}/", hosts=(f"localhost:{server.server_port}",))[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "MKCOL"])
def test_nothing_can_be_changed(server: Server, method: str) -> None:
    """Whatever is no reading is refused, with what is allowed."""
    status, headers, _ = ask(server, f"/{WORD}/", method)
    assert (status, headers["Allow"], headers["Connection"]) == (405, "GET, HEAD", "close")


def test_head_tells_what_get_would_give(server: Server) -> None:
    """The same head, and no body; also of the news, which would not end."""
    for place in ("", "dokument/statusrapport.html"):
        (_, head, nothing), (_, get, _) = (ask(server, f"/{WORD}/{place}", one) for one in ("HEAD", "GET"))
        assert nothing == b""
        assert head["Content-Length"] == get["Content-Length"]
    assert ask(server, f"/{WORD}/begivenheder", "HEAD")[0] == 200


@pytest.mark.parametrize(
    "place",
    [
        "../../etc/passwd",
        "dokument/../../etc/passwd",
        "dokument/..%2f..%2fkommune.yaml",
        "dokument/%2e%2e/x.html",
        "dokument//etc/passwd.html",
        "dokument/x/y.html",
        "dokument/C:x.html",
        "dokument/.html",
        "tilstand/../x",
        "kilde/x/../y",
        "vis.js/../window.html",
        "window.html",
        "serving.py",
        "__init__.py",
    ],
)
def test_no_address_leads_to_a_file(server: Server, place: str) -> None:
    """Names of documents are all that is asked for, and the program's own files but for three are none."""
    assert ask(server, f"/{WORD}/{place}")[0] == 404
    assert isinstance(server.site, Site)
    assert server.site.asked == []


def test_a_document_runs_nothing_and_the_window_only_its_own(server: Server) -> None:
    """The browser is told so, whatever a template or a contributor puts in a page; nothing is kept nor told of."""
    window, document = (ask(server, f"/{WORD}/{one}")[1] for one in ("", "dokument/statusrapport.html"))
    policies = [one["Content-Security-Policy"].split("; ") for one in (window, document)]
    for policy in policies:
        assert {"default-src 'none'", "base-uri 'none'", "form-action 'none'"} <= {*policy}
    assert [one for one in policies[1] if one.startswith(("script", "connect", "frame-src"))] == []
    assert "script-src 'self'" in policies[0]
    assert "frame-ancestors 'none'" in policies[0]
    for name, value in {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-store",
    }.items():
        assert window[name] == document[name] == value


def test_a_window_is_told_of_each_change(server: Server) -> None:
    """The news come as they happen, each with its number."""
    with socket.create_connection((ADDRESS, server.server_port), timeout=5) as window:
        request = f"GET /{WORD}/begivenheder HTTP/1.1\r\nHost: {ADDRESS}:{server.server_port}\r\n\r\n"
        window.sendall(request.encode())
        lines = window.makefile(encoding="utf-8", newline="")
        heads = [*iter(lines.readline, "\r\n")]
        assert "Content-Type: text/event-stream; charset=utf-8\r\n" in heads
        for number in (1, 2):
            server.news.tell(number)
            assert f"data: {number}\n" in iter(lines.readline, "")


def test_a_port_that_is_taken(server: Server) -> None:
    """The one that was asked for is said to be taken; otherwise the next one that is free is used."""
    taken = server.server_port

    def make(port: int) -> Server:
        return Server(
            taken if port in {8400, 8401} else port and taken if port == taken else 0, WORD, Site(), News(), call
        )

    with pytest.raises(CannotWrite, match=f"Porten {taken} er optaget"):
        open_server(taken, make)
    with pytest.raises(CannotWrite, match="Porten 99999 er optaget eller kan ikke bruges"):
        open_server(99999, lambda port: Server(port, WORD, Site(), News(), call))
    with open_server(None, make) as other:
        assert other.server_address[0] == ADDRESS
        assert other.server_port != taken
