"""What lets VS Code help in a new work folder, and what keeps git from the finished documents."""

import json
from collections.abc import Mapping

_SETTINGS = {
    "redhat.telemetry.enabled": False,
    "yaml.schemaStore.enable": False,
    "yaml.yamlVersion": "1.2",
    "yaml.validate": True,
    "yaml.hover": True,
    "yaml.hoverSchemaSource": False,
    "yaml.completion": True,
    "yaml.format.enable": False,
    "files.encoding": "utf8",
    "files.autoGuessEncoding": False,
    "[yaml]": {
        "editor.insertSpaces": True,
        "editor.tabSize": 2,
        "editor.detectIndentation": False,
        "editor.formatOnSave": False,
        "editor.wordWrap": "on",
        "editor.quickSuggestions": {"other": "on", "comments": "off", "strings": "on"},
    },
}
_EXTENSIONS = {"recommendations": ["redhat.vscode-yaml"]}
_IGNORED = """\
# De færdige dokumenter bliver altid lavet igen ud fra indberetninger/
/udgivelser/

# Kontormaskiner og editorer
.DS_Store
Thumbs.db
desktop.ini
~$*
.~lock.*
*.swp
"""


def editor_files() -> dict[str, bytes]:
    """Give the files by their path in the work folder."""
    return {
        ".vscode/settings.json": _json(_SETTINGS),
        ".vscode/extensions.json": _json(_EXTENSIONS),
        ".gitignore": _IGNORED.encode(),
    }


def _json(content: Mapping[str, object]) -> bytes:
    return f"{json.dumps(content, indent=2)}\n".encode()
