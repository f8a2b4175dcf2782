"""The signs that the report's fonts can draw, and what to say of those that they cannot."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from html import unescape
from itertools import chain, product

from frivilligrapport.fast_start import pattern
from frivilligrapport.reading.characters import WITHOUT_WIDTH


def _signs(ranges: str) -> frozenset[str]:
    """Read a table of code points in hexadecimal: "20-7e 20ac"."""
    bounds = (one.partition("-") for one in ranges.split())
    numbers = (range(int(first, 16), int(last or first, 16) + 1) for first, _, last in bounds)
    return frozenset(map(chr, chain.from_iterable(numbers)))


# The three tables are written by scripts/subset_fonts.py; a test holds them against the fonts.
# What every page can draw: the letters and signs of a Danish text.
BASIC = _signs(
    "20-17f 2009 2010-2015 2018-201a 201c-201e 2020-2022 2026 202f-2030 2039-203a 20ac 2122 2190-2193 2212 2248 "
    "2260 2264-2265 25aa 25e6 2610-2611 2713 "
)
# More letters and their marks, Greek and Cyrillic among them, which a page gets when it uses them.
LETTERS = _signs(
    "180-181 186 18a 18d-190 192-194 196-197 19a-19b 19e 1a0-1a1 1af-1b1 1b7 1bf-1c3 1cd-1dd 1e2-1e7 1ea-1eb "
    "1ee-1f0 1f4-1f5 1f7-201 204-205 208-209 20c-20d 218-220 222-223 226-227 237 23a-23e 241-245 248-249 250-27b "
    "27d-285 287-292 294-295 298-299 29b-29f 2a1-2a8 2b0-2b4 2b7-2b9 2bb-2c1 2c6-2cc 2d0-2d3 2d6-2d7 2de 2e0-2e4 "
    "2ed 300-30d 30f-313 315 318-320 323-32a 32c 32e-332 334 337-33d 342-345 34f 357-358 35c 35e-35f 361 374-375 "
    "37a 37e 384-38a 38c 38e-3a1 3a3-3d1 3d5 3d7 3d9 3db 3dd 3e1 3f4 3f7-3f8 400-45f 462-463 472-475 490-493 "
    "496-49b 4a0-4a3 4aa-4ab 4ae-4b3 4b6-4b7 4ba-4bb 4c0-4c4 4c7-4c8 4cf-4d1 4d4-4d9 4e2-4e3 4e6-4e9 4ee-4ef "
    "4f2-4f3 4f6-4f7 1d25 1d2c 1d2e 1d30-1d31 1d33-1d3a 1d3c 1d3e-1d43 1d47-1d4b 1d4d 1d4f-1d52 1d56-1d58 1d5b "
    "1d6f-1d70 1d79 1d7b 1d7f 1d9c 1da0 1dac 1dae 1db0 1dbb 1dbf 1dcd 1e02-1e03 1e06-1e07 1e0a-1e11 1e16-1e17 "
    "1e1e-1e2b 1e32-1e3b 1e3e-1e49 1e52-1e53 1e56-1e63 1e66-1e67 1e6a-1e6f 1e72-1e73 1e7e-1e85 1e8e-1e97 1e9e-1ef9 "
    "1f00-1f15 1f18-1f1d 1f20-1f45 1f48-1f4d 1f50-1f57 1f59 1f5b 1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fc4 1fc6-1fd3 "
    "1fd6-1fdb 1fdd-1fef 1ff2-1ff4 1ff6-1ffe 2016-2017 201b 2023 2031-2033 2035 203c-203f 2047-204a 2070-2071 "
    "2074-208e 20a1 20a3-20a4 20a6-20a7 20a9 20ab 20ae 20b1-20b2 20b4-20b5 20b8-20ba 20bd 2105 2113 2116-2117 211e "
    "2120 2126 212e 2150-215e 2189 27e6-27e9 2c60-2c62 2c65-2c66 2c71 2c7d 2e18 2e22-2e25 2e3a-2e3b 2e52 a71c "
    "a722-a725 a74e-a74f a75a-a75b a764-a765 a779-a787 a789 a7ad-a7ae a7b3 a7b5 a7f2-a7f4 ab53 ab66-ab67 fb00-fb04 "
)
# Symbols and emoji, which a page gets when it uses them.
SIGNS = _signs(
    "2000-2008 200a-200b 2025 2034 2036-2038 2040 2043-2044 2050 2057 205f 20d0-20f0 2102 2107 210a-2112 2115 "
    "2118-211d 2124 2127-2129 212b-212d 212f-2139 213c-214b 2160-2183 2185-2188 218a-218b 2194-2211 2213-2247 "
    "2249-225f 2261-2263 2266-23b9 23be-2426 2440-244a 2460-2500 2506 250c 2510 2514 2518 2550 2571-2572 2577 2580 "
    "2584 2588 258c 2590-2593 25a0-25a9 25ab-25e5 25e7-260f 2612-2712 2714-27e5 27ea-2b73 2b76-2b95 2b97-2bff 3012 "
    "3030 303d 3297 3299 1d400-1d454 1d456-1d49c 1d49e-1d49f 1d4a2 1d4a5-1d4a6 1d4a9-1d4ac 1d4ae-1d4b9 1d4bb "
    "1d4bd-1d4c3 1d4c5-1d505 1d507-1d50a 1d50d-1d514 1d516-1d51c 1d51e-1d539 1d53b-1d53e 1d540-1d544 1d546 "
    "1d54a-1d550 1d552-1d6a5 1d6a8-1d7cb 1d7ce-1d7ff 1f000-1f02b 1f030-1f093 1f0a0-1f0ae 1f0b1-1f0bf 1f0c1-1f0cf "
    "1f0d1-1f0f5 1f100-1f1ad 1f1e6-1f1ff 1f201-1f202 1f21a 1f22f 1f232-1f23a 1f250-1f251 1f300-1f6d9 1f6dc-1f6ec "
    "1f6f0-1f6fc 1f700-1f776 1f77b-1f7d9 1f7e0-1f7eb 1f7f0 1f800-1f80b 1f810-1f847 1f850-1f859 1f860-1f887 "
    "1f890-1f8ad 1f8b0-1f8b1 1f900-1fa53 1fa60-1fa6d 1fa70-1fa7c 1fa80-1fac6 1fac8 1facc-1fadd 1fadf-1faeb "
    "1faef-1fafa e0030-e0039 e0061-e007a e007f fe4e5-fe4ee fe82c fe82e-fe837 "
)
# Signs that are not drawn: what joins and chooses emoji, and where a word may be divided.
_NOT_DRAWN = frozenset("\n\t\u00ad\u034f\u200c\u200d\ufe0e\ufe0f")
_TAGS = frozenset(map(chr, range(0xE0020, 0xE0080)))  # spell out the flags of England, Scotland and Wales
_ORDINARY = BASIC | {"\n", "\t"}  # most texts have no other; none of these can be part of a sign that is put together
# Others tell of these: control characters and signs without width, and signs that belong to one font alone.
_TOLD_ELSEWHERE = "[\x00-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\ufff9-\uffff\U000f0000-\U0010ffff]"
_ENTITY = pattern(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});")
_PERSON = "🧑"
# Emoji put together of several that the fonts draw as one, and as no other; a test holds them against the fonts.
TOGETHER = frozenset(
    [
        *(f"{_PERSON}\u200d{one}" for one in "⚕⚖✈🌾🍳🍼🎓🎤🎨🏫🏭💻💼🔧🔬🚀🚒🦯🦰🦱🦲🦳🦼🦽🩰"),
        *(f"{one}\u200d{hair}" for one in "👨👩" for hair in "🦰🦳"),
        *(f"{one}\u200d➡" for one in (*"🏃🚶🧎", *(f"{_PERSON}\u200d{aid}" for aid in "🦯🦼🦽"))),
        *("\u200d".join(one) for one in (*product("👱🧔", "♀♂"), *product("🙂", "↔↕"), *product("🐦", "⬛🔥"))),
        *("\u200d".join(one) for one in ("🏴☠", "🏳🌈", "🏳⚧", "⛓💥", "🐻❄", "❤🔥", "❤🩹", "🐈⬛", "😶🌫", "🍄🟫")),
        *("\u200d".join(one) for one in ("🍋🟩", "🐕🦺", "👁🗨", "😮💨", "😵💫", "🧑🤝🧑")),
        *map("\u200d".join, product(["👨", "👩", "👨\u200d👩", "👩\u200d👩", "👨\u200d👨"], ["👦", "👧"])),
        *map(
            "\u200d".join,
            product(["👨", "👩", "👨\u200d👩", "👩\u200d👩", "👨\u200d👨"], ["👦\u200d👦", "👧\u200d👦", "👧\u200d👧"]),
        ),
    ]
)
_KEYCAP = pattern("\ufe0f?\u20e3")
_CHOSEN = pattern("[\ufe0e\ufe0f]")  # in colour or in black, which is all the same here
_TONES = "[\U0001f3fb-\U0001f3ff]"
_EMOJI = "[\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff]"
_ONE = rf"{_EMOJI}[\ufe0e\ufe0f]?{_TONES}?"


# Signs put together that are drawn as something else than was typed, or so that a PDF cannot say what they are: a key,
# whose box stands beside its number; flags; what has a colour that black ink lacks; emoji joined; rings, arrows and
# several marks around a sign.
@cache
def _put_together() -> re.Pattern[str]:
    marks = "".join(sorted(sign for sign in LETTERS if unicodedata.combining(sign)))
    return pattern(
        rf"[0-9#*]\ufe0f?\u20e3|[\U0001f1e6-\U0001f1ff]+|\U0001f3f4[\U000e0020-\U000e007f]+"
        rf"|{_ONE}(?:\u200d{_ONE})+|{_EMOJI}?[\ufe0e\ufe0f]?{_TONES}"
        rf"|\S?[{marks}]{{2,}}|[\u00c0-\u024f\u1e00-\u1fff][{marks}]|{_EMOJI}[{marks}]|\S?[\u20d0-\u20f0]+"
    )


@cache
def _printable() -> frozenset[str]:
    return BASIC | LETTERS | SIGNS | _NOT_DRAWN | _TAGS


_FLAG = pattern("[\U0001f1e6-\U0001f1ff]{1,2}")
_FIRST_OF_FLAGS, _FIRST_TAG = ord("\U0001f1e6"), 0xE0000
_SPELLED = pattern("\U0001f3f4([\U000e0061-\U000e007a]{2})([\U000e0061-\U000e007a]+)\U000e007f?")
_COUPLES = (("\u200d❤\u200d💋\u200d", "💏"), ("\u200d❤\u200d", "💑"))
_LONGEST = 30  # signs of a text that are shown
_BOX = "\u25a1"
# The first word of a sign's name in Unicode, and the script that it belongs to.
_SCRIPTS = {
    "ARABIC": "arabisk skrift",
    "ARMENIAN": "armensk skrift",
    "BENGALI": "bengalsk skrift",
    "CJK": "kinesisk skrift",
    "DEVANAGARI": "indisk skrift (devanagari)",
    "ETHIOPIC": "etiopisk skrift",
    "GEORGIAN": "georgisk skrift",
    "GUJARATI": "indisk skrift (gujarati)",
    "GURMUKHI": "indisk skrift (gurmukhi)",
    "HANGUL": "koreansk skrift",
    "HEBREW": "hebraisk skrift",
    "HIRAGANA": "japansk skrift",
    "KATAKANA": "japansk skrift",
    "KANNADA": "indisk skrift (kannada)",
    "KHMER": "cambodjansk skrift (khmer)",
    "LAO": "laotisk skrift",
    "MALAYALAM": "indisk skrift (malayalam)",
    "MONGOLIAN": "mongolsk skrift",
    "MYANMAR": "burmesisk skrift",
    "SINHALA": "singalesisk skrift",
    "SYRIAC": "syrisk skrift",
    "TAMIL": "tamilsk skrift",
    "TELUGU": "indisk skrift (telugu)",
    "THAANA": "maldivisk skrift",
    "THAI": "thailandsk skrift",
    "TIBETAN": "tibetansk skrift",
}


def signs_of(text: str) -> frozenset[str]:
    """Give the signs that a text of Markdown or HTML prints, those that it writes as `&rarr;` or `&#8594;` too."""
    return frozenset(text).union(*map(unescape, set(_ENTITY.findall(text)))) if "&" in text else frozenset(text)


def unprintable(signs: frozenset[str]) -> frozenset[str]:
    """Give those signs that no font of the report's can draw, and that nobody else tells of."""
    left = signs - _printable()
    return frozenset(sign for sign in left if not re.match(_TOLD_ELSEWHERE, sign) and not WITHOUT_WIDTH.match(sign))


def drawable(text: str) -> str:
    """Give a text with □ for each sign that no font of the report's can draw: a finding may name one, or a file's name.

    A text that is handed in is never changed so; its signs are told of.
    """
    printable = _printable()
    return "".join(sign if sign in printable else _BOX for sign in text)


def may_hold_unprintable(text: str) -> bool:
    """Tell whether there may be a sign in a text that cannot be printed: in most there is none."""
    return not signs_of(text) <= _ORDINARY


def unprintable_runs(text: str) -> Iterator[re.Match[str]]:
    """Yield each run of signs on one line of Markdown that cannot be printed, with what stands between the signs."""
    signs = signs_of(text)
    if signs <= _ORDINARY:
        return
    yield from _composed(text)
    missing = unprintable(signs)
    if missing:
        entities = {one for one in _ENTITY.findall(text) if missing.intersection(unescape(one))}
        one = f"(?:{'|'.join(map(re.escape, sorted(missing | entities)))})"
        yield from re.finditer(rf"{one}(?:[^\w\n&]*{one})*", text)


def _composed(text: str) -> Iterator[re.Match[str]]:
    """Yield signs that are put together and cannot be printed as they were meant."""
    return (one for one in _put_together().finditer(text) if _CHOSEN.sub("", one.group()) not in TOGETHER)


def name_signs(run: str) -> str:
    """Say which signs they are: "tegnet »ไ« (U+0E44, »THAI CHARACTER SARA AI MAIMALAI«, thailandsk skrift)"."""
    typed = unescape(run)
    if _put_together().fullmatch(typed):
        return f"tegnene »{typed}« (sat sammen af {', '.join(f'U+{ord(sign):04X}' for sign in typed)})"
    first = next(iter(sorted(unprintable(frozenset(typed)), key=typed.index)))
    name = unicodedata.name(first, "")
    script = _SCRIPTS.get(name.partition(" ")[0].partition("-")[0], "")
    known = ", ".join(filter(None, [f"U+{ord(first):04X}", name and f"»{name}«", script]))
    if typed == first:
        return f"tegnet »{first}« ({known})"
    shown = typed if len(typed) <= _LONGEST else f"{typed[: _LONGEST - 1]}…"
    return f"tegnene »{shown}« (det første er {known})"


def plainer(run: str) -> str | None:
    """Give what may be written instead: the same in ordinary signs, such as °C for ℃; None where there is none.

    A flag is its country's letters, and an emoji without its colour what is drawn of it.
    """
    typed = _SPELLED.sub(lambda flag: _as_letters(f"{flag[1]}-{flag[2]}", _FIRST_TAG), unescape(run))
    flags = " ".join(_as_letters(one, _FIRST_OF_FLAGS - ord("a")) for one in _FLAG.findall(typed))
    text = flags or unicodedata.normalize("NFKC", _drawn_of(_KEYCAP.sub("", typed)))
    return None if any(_composed(text)) or unprintable(frozenset(text)) or not text.strip() else text


def _as_letters(spelled: str, first: int) -> str:
    """Give the letters that signs stand for, by the number before the first of these signs; a hyphen is one."""
    return "".join(one if one == "-" else chr(ord(one) - first) for one in spelled).upper()


def _drawn_of(emoji: str) -> str:
    """Give what is drawn of emoji put together: nobody's colour or sex, and what nothing joins side by side."""
    plain = re.sub(_TONES, "", _CHOSEN.sub("", emoji))
    if "\u200d" not in plain:
        return plain
    couple = next((drawn for joined, drawn in _COUPLES if joined in plain), plain)
    tried = (plain, re.sub("[👨👩](?=\u200d)", _PERSON, plain), re.sub("\u200d[♀♂]", "", plain), couple)
    found = (one for one in tried if one in TOGETHER or "\u200d" not in one)
    return next(found, plain.replace("\u200d", ""))
