"""Talk to the YAML language server, which VS Code's YAML extension starts: JSON-RPC over standard input and output."""

import json
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from typing import Any, Self

_SECONDS = 60
# What .vscode/settings.json of the repository says, as the server asks for it.
Settings = Mapping[str, Any]


class LanguageServer:
    """Hold a running server; `settings` are VS Code's by their dotted names, such as `yaml.schemaStore.enable`."""

    def __init__(self, command: list[str], root: Path, settings: Settings) -> None:
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root)
        self._root = root
        self._settings = _nested(settings)
        self._answers: Queue[dict[str, Any]] = Queue()
        self._findings: Queue[tuple[str, list[dict[str, Any]]]] = Queue()
        self._number = 0
        self._version = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def start(self) -> Self:
        """Introduce ourselves as an editor that can show snippets and Markdown."""
        item = {"snippetSupport": True, "documentationFormat": ["markdown", "plaintext"]}
        text = {"completion": {"completionItem": item}, "hover": {"contentFormat": ["markdown"]}}
        capabilities = {"textDocument": text, "workspace": {"configuration": True}}
        folders = [{"uri": self._root.as_uri(), "name": "arbejdsmappe"}]
        self.ask(
            "initialize",
            {"processId": None, "rootUri": self._root.as_uri(), "capabilities": capabilities,
             "workspaceFolders": folders, "locale": "da"},
        )  # fmt: skip
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": self._settings})
        return self

    def stop(self) -> None:
        """End the server."""
        self.ask("shutdown", None)
        self._tell("exit", None)
        self._process.wait(_SECONDS)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

    def open(self, path: Path, text: str | None = None) -> list[dict[str, Any]]:
        """Open a file, with another text than its own if one is given; give what the server finds in it."""
        typed = path.read_text(encoding="utf-8") if text is None else text
        self._version += 1  # the server keeps what it knows of a version
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": self._version, "text": typed}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return self._found(path)

    def close(self, path: Path) -> None:
        """Close a file; the server then takes back what it has found in it."""
        self._tell("textDocument/didClose", {"textDocument": {"uri": path.as_uri()}})
        self._found(path)

    def _found(self, path: Path) -> list[dict[str, Any]]:
        while True:
            uri, findings = self._findings.get(timeout=_SECONDS)
            if uri == path.as_uri():
                return findings

    def complete(self, path: Path, line: int, character: int) -> list[dict[str, Any]]:
        """Give what the server proposes at a place (counted from 0)."""
        answer = self.ask("textDocument/completion", _at(path, line, character)) or {"items": []}
        items: list[dict[str, Any]] = answer["items"]
        return items

    def hover(self, path: Path, line: int, character: int) -> str:
        """Give the text that is shown over a place (counted from 0)."""
        answer = self.ask("textDocument/hover", _at(path, line, character))
        return str(answer["contents"]["value"]) if answer else ""

    def ask(self, method: str, parameters: Any) -> Any:
        """Send a request and give its result."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": parameters})
        answer = self._answers.get(timeout=_SECONDS)
        assert answer["id"] == self._number
        assert "error" not in answer, answer
        return answer["result"]

    def _tell(self, method: str, parameters: Any) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: dict[str, Any]) -> None:
        content = json.dumps({"jsonrpc": "2.0"} | message).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        self._process.stdin.flush()

    def _listen(self) -> None:
        for message in self._messages():
            if "method" not in message:
                self._answers.put(message)
            elif message["method"] == "textDocument/publishDiagnostics":
                self._findings.put((message["params"]["uri"], message["params"]["diagnostics"]))
            elif "id" in message:
                self._send({"id": message["id"], "result": self._reply(message)})

    def _messages(self) -> Iterator[dict[str, Any]]:
        stream = self._process.stdout
        while stream and (header := stream.readline()):
            length = int(header.partition(b":")[2]) if header.lower().startswith(b"content-length") else 0
            while header.strip():
                header = stream.readline()
            if length:
                yield json.loads(stream.read(length))

    def _reply(self, message: dict[str, Any]) -> Any:
        """Answer the server's own questions: which settings the editor has; all else with nothing."""
        if message["method"] != "workspace/configuration":
            return None
        return [self._settings.get(item["section"]) for item in message["params"]["items"]]


def _at(path: Path, line: int, character: int) -> dict[str, Any]:
    return {"textDocument": {"uri": path.as_uri()}, "position": {"line": line, "character": character}}


def _nested(settings: Settings) -> dict[str, Any]:
    """Turn "yaml.schemaStore.enable" into settings within settings, as the protocol has them."""
    tree: dict[str, Any] = {}
    for name, value in settings.items():
        *groups, last = name.split(".")
        place = tree
        for group in groups:
            place = place.setdefault(group, {})
        place[last] = value
    return tree


@contextmanager
def language_server(command: list[str], root: Path, settings: Settings) -> Iterator[LanguageServer]:
    """Run a server for a folder as long as the block lasts."""
    server = LanguageServer(command, root, settings)
    try:
        yield server.start()
    finally:
        server.stop()
