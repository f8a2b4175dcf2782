"""Make the report's font files from the original Source Sans 3 and Noto, and the table of what they can draw.

Use: python scripts/subset_fonts.py FOLDER, where FOLDER holds SourceSans3-Regular.ttf, -It.ttf and -Semibold.ttf,
NotoEmoji_400Regular.ttf, NotoSansSymbols_400Regular.ttf, NotoSansSymbols2_400Regular.ttf and
NotoSansMath_400Regular.ttf. skabeloner/fonts/README.md says where the originals come from and why the results have
other names.
"""

import argparse
import io
import unicodedata
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from textwrap import wrap

from fontTools import merge, subset  # type: ignore[import-untyped]  # ships no types
from fontTools.ttLib import TTFont, woff2  # type: ignore[import-untyped]
from fontTools.ttLib.scaleUpem import scale_upem  # type: ignore[import-untyped]
from fontTools.ttLib.tables._g_l_y_f import Glyph  # type: ignore[import-untyped]

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "skabeloner" / "fonts"
TABLE = ROOT / "src" / "frivilligrapport" / "reading" / "printable.py"
FACES = {
    "SourceSans3-Regular.ttf": ("Regular", "rapport-sans-400"),
    "SourceSans3-It.ttf": ("Italic", "rapport-sans-400-italic"),
    "SourceSans3-Semibold.ttf": ("Semibold", "rapport-sans-600"),
}
FIRST = 0x20  # what comes before it is no sign
LATIN = range(FIRST, 0x180)
SIGNS = "‐‑‒–—―‘’‚“”„†‡•…‰‹›€™←↑→↓−≈≠≤≥▪◦☐☑✓\u2009\u202f"
CORE = frozenset([*LATIN, *map(ord, SIGNS)])
FEATURES = ["kern", "liga", "tnum", "lnum", "mark", "mkmk", "locl", "ccmp"]
EMOJI = "NotoEmoji_400Regular.ttf"
# Of each the signs in these blocks of 256 that those before it lack; the rest are scripts that died long ago.
SYMBOLS = {
    EMOJI: None,
    "NotoSansSymbols_400Regular.ttf": [*range(0x20, 0x2C), *range(0x1F1, 0x1F8)],
    "NotoSansSymbols2_400Regular.ttf": [*range(0x20, 0x2C), *range(0x1F0, 0x1FB)],
    "NotoSansMath_400Regular.ttf": [*range(0x20, 0x2C), 0x30, *range(0x1D4, 0x1D8), 0x1F7],
}
JOINERS = "\u200d\ufe0e\ufe0f"  # hold the parts of an emoji together, and are not drawn
DROPPED = ("vhea", "vmtx", "STAT", "gasp", "prep", "fpgm", "cvt ", "MATH", "GPOS", "GDEF", "DSIG")
UNITS = 1000  # to the em, in all fonts
COPYRIGHT, FAMILY_NAME, STYLE_NAME, UNIQUE_ID, FULL_NAME, POSTSCRIPT_NAME = 0, 1, 2, 3, 4, 6
LICENCE, LICENCE_ADDRESS = 13, 14
KEPT_NAMES = [COPYRIGHT, FAMILY_NAME, STYLE_NAME, UNIQUE_ID, FULL_NAME, POSTSCRIPT_NAME, LICENCE, LICENCE_ADDRESS]
SPACE = 0x20
SPACE_WIDTH = 200  # as in Rapport Sans: a space beside a sign is drawn in the sign's font
SKIN_TONES = range(0x1F3FB, 0x1F400)  # black ink has none: 👍🏽 is drawn as 👍
BYTE_ORDER_MARK = 0xFEFF
TABLE_LINE = 110


def main() -> None:
    """Read the folder from the command line; write two files per face of Rapport Sans, Rapport Tegn, and the table."""
    parser = argparse.ArgumentParser(description="Laver rapportens skriftfiler af de oprindelige skrifter.")
    parser.add_argument("folder", type=Path, help="mappen med de oprindelige TTF-filer")
    folder: Path = parser.parse_args().folder
    symbols = set().union(*(characters(TTFont(folder / name)) for name in SYMBOLS))
    letters: set[int] = set()
    for original, (style, name) in FACES.items():
        font = opened(folder / original)
        letters = {one for one in characters(font) - CORE if is_letter(one) or one not in symbols}
        letters -= {BYTE_ORDER_MARK}
        write(cut(font, CORE | letters, FEATURES), "Rapport Sans", style, TARGET / f"{name}.woff")
        write(cut(opened(folder / original), CORE, FEATURES), "Rapport Sans", style, TARGET / f"{name}.woff2")
    font = merged_signs(folder, CORE | letters)
    write(font, "Rapport Tegn", "Regular", TARGET / "rapport-tegn-400.woff")
    write_table(BASIC=CORE, LETTERS=letters, SIGNS=characters(font) - CORE - letters - set(map(ord, JOINERS)))


def opened(original: Path) -> TTFont:
    """Open a font that keeps the date that it has."""
    return TTFont(original, recalcTimestamp=False)


def is_letter(number: int) -> bool:
    """Tell letters, their marks, digits and punctuation from symbols."""
    return unicodedata.category(chr(number))[0] in "LMNP"


def characters(font: TTFont) -> set[int]:
    """Give the code points that a font maps to glyphs."""
    return {one for one in font.getBestCmap() if one >= FIRST}


def cut(font: TTFont, unicodes: Iterable[int], features: list[str]) -> TTFont:
    """Keep some characters of a font, without hints."""
    options = subset.Options()
    options.layout_features = features
    options.hinting = False
    options.name_IDs = KEPT_NAMES
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=unicodes)
    subsetter.subset(font)
    return font


def merged_signs(folder: Path, drawn: frozenset[int]) -> TTFont:
    """Put the signs that Rapport Sans lacks into one font; of two that draw the same sign, the first does."""
    parts, notices, taken = [], [], set(drawn)
    for name, blocks in SYMBOLS.items():
        font = opened(folder / name)
        notices.append(font["name"].getDebugName(COPYRIGHT))
        # Digits are part of the signs for keys, 1 to 9, and of no other.
        wanted = characters(font) if blocks is None else {one for one in characters(font) if one >> 8 in blocks} - taken
        taken |= wanted
        cut(font, wanted, ["ccmp", "liga", "rlig"] if blocks is None else [])
        for tag in DROPPED:
            if tag in font:
                del font[tag]
        scale_upem(font, UNITS)
        data = io.BytesIO()
        font.save(data)
        data.seek(0)
        parts.append(data)
    merged = merge.Merger().merge(parts)
    merged.recalcTimestamp = False
    merged["name"].setName("; ".join(dict.fromkeys(notices)), COPYRIGHT, 3, 1, 0x409)
    adjust(merged)
    return merged


def adjust(font: TTFont) -> None:
    """Let spaces be as wide as in Rapport Sans, and skin tones be drawn as nothing."""
    names = font.getBestCmap()
    font["hmtx"][names[SPACE]] = (SPACE_WIDTH, 0)
    for tone in SKIN_TONES:
        font["glyf"][names[tone]] = Glyph()
        font["hmtx"][names[tone]] = (0, 0)


def write(font: TTFont, family: str, style: str, target: Path) -> None:
    """Rename a font and write it in the form that the file's ending names."""
    rename(font, family, style)
    font.flavor = target.suffix[1:]
    if font.flavor == "woff2":
        # Outlines as they are take a sixth more room, but no time to unpack: else 3 % of that of a statusrapport.
        font.flavorData = woff2.WOFF2FlavorData(transformedTables=())
    font.save(target)
    print(f"{target.name}: {target.stat().st_size:,} bytes")


def rename(font: TTFont, family: str, style: str) -> None:
    """Give the font our own name: the licence reserves »Source« for the unchanged original."""
    postscript = f"{family.replace(' ', '')}-{style}"
    names = {
        FAMILY_NAME: family,
        STYLE_NAME: style,
        UNIQUE_ID: f"{postscript} (subset)",
        FULL_NAME: f"{family} {style}",
        POSTSCRIPT_NAME: postscript,
    }
    for name_id, text in names.items():
        font["name"].removeNames(nameID=name_id)
        font["name"].setName(text, name_id, 3, 1, 0x409)


def ranges(numbers: Iterable[int]) -> list[str]:
    """Write numbers in hexadecimal, those that follow each other as one range: "20-7e", "20ac"."""
    ordered = sorted(numbers)
    ends = [one for one, after in pairwise([*ordered, -1]) if after != one + 1]
    starts = [one for before, one in pairwise([-2, *ordered]) if one != before + 1]
    return [f"{first:x}" if first == last else f"{first:x}-{last:x}" for first, last in zip(starts, ends, strict=True)]


def write_table(**kinds: Iterable[int]) -> None:
    """Put the tables of what can be drawn into the module that knows them, each under its name."""
    text = TABLE.read_text(encoding="utf-8")
    for name, numbers in kinds.items():
        begins, ends = f"{name} = _signs(\n", "\n)\n"
        lines = wrap(" ".join(ranges(numbers)), TABLE_LINE, break_on_hyphens=False)
        before, _, rest = text.partition(begins)
        table = "\n".join(f'    "{one} "' for one in lines)
        text = before + begins + table + ends + rest.partition(ends)[2]
    TABLE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
