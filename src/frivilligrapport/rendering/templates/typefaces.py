"""The fonts that a page holds: what every page can draw, and of the rest just the signs that it uses."""

import io
import re
from base64 import b64encode
from collections.abc import Iterable
from pathlib import Path

from frivilligrapport.reading.printable import BASIC, LETTERS, SIGNS, signs_of

# `fonts/NAME.woff2` holds what every page gets; `fonts/NAME.woff` beside it, or alone, what is cut from for one page.
_FACE = re.compile(r"""@font-face\s*\{[^{}]*?url\(\s*["']?fonts/(?P<name>[\w.-]+)\.woff2["']?\s*\)[^{}]*\}""")
_ADDRESS = re.compile(r"""url\(\s*["']?fonts/[\w.-]+\.woff2["']?\s*\)""")
_NO_SIGN = 0x110000
_ESCAPED = re.compile(r"\\([0-9a-fA-F]{1,6})")
_JOINERS = frozenset("\u200d\ufe0e\ufe0f") | frozenset(map(chr, range(0xE0020, 0xE0080)))
_KEYCAP, _KEYS = "\u20e3", frozenset("0123456789#*")
_SPACE = frozenset(" ")  # one beside a sign is drawn in the sign's font


class MissingFont(Exception):  # noqa: N818 - what a style sheet asks for, not an error of the program's
    """Say that a style sheet names a font that is not there; the argument is the font's file below fonts/."""


class Typefaces:
    """Put fonts into style sheets; one and the same cut of a font is made once in the lifetime of this value.

    `folder` holds the fonts.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._addresses: dict[tuple[str, frozenset[str]], str] = {}

    def embed(self, css: str, page: str) -> str:
        """Give a style sheet that needs no font from outside, for a page of HTML that holds it.

        A font of which the page uses nothing is left out. Raises MissingFont.
        """
        used = signs_of(page).union(chr(code) for one in _ESCAPED.findall(css) if (code := int(one, 16)) < _NO_SIGN)
        return _FACE.sub(lambda face: self._face(face, used), css)

    def _face(self, face: re.Match[str], used: frozenset[str]) -> str:
        name = face["name"]
        whole, wide = self._folder / f"{name}.woff2", self._folder / f"{name}.woff"
        signs: frozenset[str] = frozenset()
        if wide.is_file():
            signs = used & LETTERS if whole.is_file() else _with_parts(used & SIGNS, used)
            if not signs and not whole.is_file():
                return ""
        elif not whole.is_file():
            raise MissingFont(f"{name}.woff2")
        key = (name, signs)
        if key not in self._addresses:
            wanted = signs | BASIC if whole.is_file() else signs
            self._addresses[key] = _address(cut(wide, wanted) if signs else whole.read_bytes())
        return _ADDRESS.sub(lambda _: f'url("{self._addresses[key]}")', face[0])


def _with_parts(signs: frozenset[str], used: frozenset[str]) -> frozenset[str]:
    """Add to signs what they may be put together with on the page; nothing to nothing."""
    keys = _KEYS if _KEYCAP in signs else frozenset()
    return signs | (used & _JOINERS) | keys | _SPACE if signs else signs


def cut(font: Path, signs: Iterable[str]) -> bytes:
    """Cut a font down to some signs and what its own tables put together of them; the same bytes each time."""
    from fontTools import subset  # type: ignore[import-untyped]  # noqa: PLC0415 - slow, and few pages need it
    from fontTools.ttLib import TTFont, woff2  # type: ignore[import-untyped]  # noqa: PLC0415 - the same

    options = subset.Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True)
    with TTFont(font, lazy=True, recalcTimestamp=False) as opened:
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=map(ord, signs))
        subsetter.subset(opened)
        opened.flavor = "woff2"
        # Outlines as they are take a little more room, but no time to unpack.
        opened.flavorData = woff2.WOFF2FlavorData(transformedTables=())
        target = io.BytesIO()
        opened.save(target)
    return target.getvalue()


def _address(data: bytes) -> str:
    return f"data:font/woff2;base64,{b64encode(data).decode('ascii')}"
