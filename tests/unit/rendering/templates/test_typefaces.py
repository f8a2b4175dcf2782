"""A page holds the signs that it uses: no more of the fonts, and the same bytes each time."""

import base64
import io
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # ships no types

from frivilligrapport.pipeline.printed_words import Words
from frivilligrapport.reading.printable import BASIC, LETTERS, SIGNS, TOGETHER, unprintable
from frivilligrapport.rendering.pdf.typeset import to_pdf
from frivilligrapport.rendering.templates.render import UnprintablePage, render
from frivilligrapport.rendering.templates.shipped import builtin_folder
from frivilligrapport.rendering.templates.sources import Templates

FONTS = builtin_folder() / "fonts"
FONT = re.compile(r'url\("data:font/woff2;base64,([^"]+)"\)')


def page(text: str) -> str:
    """Give a page that holds a text and the style sheet."""
    return render("x.html.j2", {"tekst": text}, Templates({"x.html.j2": "<style>{{ stil }}</style><p>{{ tekst }}</p>"}))


def drawn_by(html: str) -> list[set[str]]:
    """Give what each font of a page draws."""
    fonts = (TTFont(io.BytesIO(base64.b64decode(one))) for one in FONT.findall(html))
    return [set(map(chr, font.getBestCmap())) for font in fonts]


@pytest.mark.parametrize("face", ["rapport-sans-400", "rapport-sans-400-italic", "rapport-sans-600"])
def test_the_table_of_letters_is_the_fonts(face: str) -> None:
    """What validate lets through is what each face of Rapport Sans can draw."""
    basic, wide = (set(map(chr, TTFont(FONTS / f"{face}.{one}").getBestCmap())) for one in ("woff2", "woff"))
    assert basic == BASIC & basic
    assert wide == (basic | LETTERS)
    assert BASIC - basic <= SIGNS | LETTERS | set(map(chr, range(0x7F, 0xA0)))


def test_the_table_of_signs_is_the_fonts() -> None:
    """What validate lets through as a symbol is what Rapport Tegn can draw."""
    assert set(map(chr, TTFont(FONTS / "rapport-tegn-400.woff").getBestCmap())) >= SIGNS
    assert not SIGNS & (BASIC | LETTERS)


def glyph_of(font: TTFont, text: str) -> str:
    """Give the one glyph that a font draws for a text, by its table of what is joined."""
    names = [font.getBestCmap()[ord(sign)] for sign in text]
    if len(names) == 1:
        return str(names[0])
    joined = [
        one
        for lookup in font["GSUB"].table.LookupList.Lookup
        for part in lookup.SubTable
        for one in getattr(part, "ligatures", {}).get(names[0], ())
        if one.Component == names[1:]
    ]
    return str(joined[0].LigGlyph)


def test_emoji_that_are_let_through_together_are_drawn_as_one_and_as_no_other() -> None:
    """Each has a drawing of its own, which no other emoji that is let through has."""
    font = TTFont(FONTS / "rapport-tegn-400.woff")
    drawings = {text: glyph_of(font, text) for text in [*TOGETHER, *SIGNS]}
    assert len({drawings[text] for text in TOGETHER}) == len(TOGETHER)
    assert not {drawings[text] for text in TOGETHER} & {drawings[sign] for sign in SIGNS}


@pytest.mark.parametrize("face", sorted(FONTS.glob("*.woff")), ids=lambda face: face.stem)
def test_signs_that_share_a_drawing_are_one_to_the_gate(face: Path) -> None:
    """A PDF's text can only hold one of them, and must not be taken to be altered by it."""
    drawn: dict[str, set[tuple[str, ...]]] = {}
    for code, glyph in TTFont(face).getBestCmap().items():
        if not chr(code).isspace() and chr(code) != "\u00ad":
            drawn.setdefault(glyph, set()).add(Words.of(chr(code)).marks)
    assert [glyph for glyph, marks in drawn.items() if len(marks) > 1] == []


def test_a_danish_page_holds_three_whole_faces() -> None:
    """A page without other signs is no larger for the fonts that there are."""
    fonts = [base64.b64decode(one) for one in FONT.findall(page("Æbler på 5 – 10 kr."))]
    assert fonts == [(FONTS / f"rapport-sans-{one}.woff2").read_bytes() for one in ("400", "400-italic", "600")]


def test_outlines_need_no_unpacking() -> None:
    """Neither those of every page nor those that are cut for one; it would take longer than to lay out a page."""
    fonts = [TTFont(io.BytesIO(base64.b64decode(one))) for text in ("Æ", "Ж 🎉") for one in FONT.findall(page(text))]
    assert len(fonts) == 3 + 4
    assert not any(font.reader.tables[name].transformed for font in fonts for name in ("glyf", "loca"))


def test_an_emoji_brings_itself_alone() -> None:
    """One emoji is embedded, and few bytes with it."""
    html = page("Et 🎉 godt år")
    *_, signs = drawn_by(html)
    assert signs == {"🎉", " "}
    assert len(html) - len(page("Et godt år")) < 3000


@pytest.mark.full
def test_a_letter_brings_itself_to_every_face() -> None:
    """Greek and Cyrillic stand in bold and italics too, in the same font as the letters around them."""
    for face in drawn_by(page("Жук")):
        assert set("Жукabcæøå") <= face
        assert "Ω" not in face


def test_a_sign_may_be_written_as_an_entity() -> None:
    """What a template of the office's writes as an entity is drawn as well."""
    html = render("x.html.j2", {}, Templates({"x.html.j2": "<style>{{ stil }}</style>&#9733;"}))
    assert "★" in drawn_by(html)[-1]


@pytest.mark.full
def test_the_same_page_twice() -> None:
    """The same text gives the same bytes, whoever cut the fonts."""
    assert page("Ж 🎉 ★ 👩‍🚀") == page("Ж 🎉 ★ 👩‍🚀")


@pytest.mark.full
def test_words_stay_apart_behind_a_sign_that_is_told_as_another() -> None:
    """The PDF tells of one sign of two that are drawn alike; the spaces at the ends of the lines behind are there."""
    template = '<html lang="da"><title>x</title><style>{{ stil }}</style><body><p>{{ tekst }}</p></body></html>'
    told: list[str] = []
    html = render("x.html.j2", {"tekst": f"𝐀 og 𝗔 {'ord ' * 200}"}, Templates({"x.html.j2": template}))
    to_pdf(html, told=told.append)
    assert "".join(told).split().count("ord") == 200


def test_a_sign_that_no_font_has_is_refused() -> None:
    """A template cannot bring in what nobody can draw."""
    with pytest.raises(UnprintablePage, match=r"»ไ« \(U\+0E44"):
        page("ไ")


@pytest.mark.parametrize("text", ["🎉 👩‍🚀 🇩🇰 1️⃣ ❤️ 👍🏽 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "Ⓐ ✓ ★ ☎ → ∑ ①", "Жук Ωμέγα ș e\u0301", "hyp\u00adhen"])
def test_common_signs_are_printable(text: str) -> None:
    """Latin, Greek, Cyrillic, symbols and emoji can be printed, joined or not."""
    assert unprintable(frozenset(text)) == frozenset()


@pytest.mark.parametrize("text", ["ไ", "ع", "漢", "₿"])
def test_other_signs_are_not(text: str) -> None:
    """Other scripts are told of."""
    assert unprintable(frozenset(text)) == {text}
