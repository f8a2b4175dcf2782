"""Signs that cannot be printed are told of where they stand, in all that is printed and in nothing else."""

from pathlib import Path

import pytest

from frivilligrapport.collection.loader import load
from frivilligrapport.reading.file_kinds import UNPRINTABLE
from support.folders.work_folder import KOMMUNE, status_file, write_folder

NOTHING: dict[str, str | bytes] = {"kommune.yaml": KOMMUNE, "2014/tmf.yaml": status_file("TMF")}


def told(root: Path, files: dict[str, str | bytes]) -> list[str]:
    """Give place, underlined length and message of each such finding."""
    samling = load(write_folder(root, NOTHING | files))
    found = [one for one in samling.problems if one.kind is UNPRINTABLE]
    return [f"{one.location}+{one.location.length} {one.message}" for one in found]


def text(*lines: str) -> str:
    """Give a status file whose first text stands from its line 6 on."""
    head = "forvaltning: TMF\når: 2014\nfilstatus: klar\nstatus:\n  - tekst: |\n"
    return head + "".join(f"      {line}\n" for line in lines)


def test_a_sign_is_named_with_its_place(tmp_path: Path) -> None:
    """File, line and column, the sign, its number, its name and its script."""
    (found,) = told(tmp_path, {"2014/tmf.yaml": text("Et godt år.", "Vi siger ไ til alle.")})
    sign = "»ไ« (U+0E44, »THAI CHARACTER SARA AI MAIMALAI«, thailandsk skrift)"
    place = "indberetninger/2014/tmf.yaml:7:16+1"
    assert found == f"{place} Tegnet {sign} kan ikke trykkes med rapportens skrifter."


def test_a_run_of_them_is_one_finding(tmp_path: Path) -> None:
    """A sentence in another script is told of once, with its spaces."""
    (found,) = told(tmp_path, {"2014/tmf.yaml": text("Velkommen: تقرير عن المتطوعين – siger vi.")})
    assert found.startswith("indberetninger/2014/tmf.yaml:6:18+18 Tegnene »تقرير عن المتطوعين« (det første er U+062A")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("1\ufe0f\u20e3", "1"),
        ("🇩🇰", "DK"),
        ("🇸🇪🇳🇴", "SE NO"),
        ("🇩", "D"),
        ("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "GB-ENG"),
        ("👍🏽", "👍"),
        ("☝🏿", "☝"),
        ("👩🏽\u200d🚀", "🧑\u200d🚀"),
        ("👩\u200d⚕️", "🧑\u200d⚕"),
        ("🤷🏻\u200d♀️", "🤷"),
        ("👩\u200d❤️\u200d💋\u200d👨", "💏"),
        ("🧑🏻\u200d❤️\u200d🧑🏿", "💑"),
        ("👍\u200d👎", "👍👎"),
        ("🚀\u200d👩", "🚀👩"),
        ("🏽", ""),
        ("a\u20dd", ""),
        ("🎉\u0301", ""),
    ],
)
def test_what_is_drawn_as_something_else_is_told_of(tmp_path: Path, typed: str, offered: str) -> None:
    """Keys, flags, colours and what is joined but not drawn so; what would be drawn is offered where it can be."""
    samling = load(write_folder(tmp_path, NOTHING | {"2014/tmf.yaml": text(f"Her er {typed} i dag.")}))
    (found,) = (one for one in samling.problems if one.kind is UNPRINTABLE)
    assert (str(found.location), found.location.length) == ("indberetninger/2014/tmf.yaml:6:14", len(typed))
    assert found.instead == ((offered,) if offered else ())


@pytest.mark.parametrize(
    "typed", ["🎉 👍 🧑‍🚀 🏳️‍🌈 👁️‍🗨️ 👨‍👩‍👧 ❤️‍🔥 ❤️ ☎︎", "Ⓐ ✓ ★ ☎ → ∑ √ ∞", "Жук Ωμέγα Ștefan", "hyp\u00adhen"]
)
def test_what_can_be_printed_is_not_told_of(tmp_path: Path, typed: str) -> None:
    """Emoji, symbols, Greek, Cyrillic and signs that are never drawn are no findings."""
    assert told(tmp_path, {"2014/tmf.yaml": text(typed)}) == []


@pytest.mark.parametrize("typed", ["# ไ", "", "forslag: ingen # ไ"])
def test_comments_are_not_printed(tmp_path: Path, typed: str) -> None:
    """A remark in a file may hold any sign."""
    assert told(tmp_path, {"2014/tmf.yaml": f"{text('Et godt år.')}{typed}\n"}) == []


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("perspektiver: Vi siger &#3652;", "4:24+7"),
        ("perspektiver: >-\n  Vi siger\n  ไ til alle", "6:3+1"),
    ],
)
def test_however_it_is_written(tmp_path: Path, typed: str, place: str) -> None:
    """An entity and a folded text print the same sign."""
    file = f"forvaltning: TMF\når: 2014\nfilstatus: klar\n{typed}\n"
    assert [one.split()[0] for one in told(tmp_path, {"2014/tmf.yaml": file})] == [
        f"indberetninger/2014/tmf.yaml:{place}"
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("2014/tekster/mere.md", "# Året\nVi siger ไ.\n"),
        ("kommune.yaml", KOMMUNE + "udseende:\n  logo_tekst: ไ\n"),
        ("2014/rapport.yaml", "titel: ไ\når: 2014\n"),
        ("politik/frivillighed.yaml", "titel: ไ\n"),
        ("2013/tmf.yaml", "forvaltning: TMF\når: 2013\nforslag: ไ\n"),
        ("../skabeloner/egen.css", "h2::before { content: 'ไ' }\n"),
        ("../skabeloner/faktaark.html.j2", "<p>ไ</p>\n"),
    ],
)
def test_wherever_it_stands(tmp_path: Path, name: str, content: str) -> None:
    """Every kind of file that is printed is looked at, the office's templates too."""
    (found,) = told(tmp_path, {name: content})
    assert found.split(":")[0] == f"indberetninger/{name}".replace("indberetninger/../", "")


def test_the_same_in_ordinary_signs_is_offered(tmp_path: Path) -> None:
    """A sign that stands for other signs may be written with these."""
    samling = load(write_folder(tmp_path, {**NOTHING, "2014/tmf.yaml": text("Det var 20 ℃.")}))
    (found,) = (one for one in samling.problems if one.kind is UNPRINTABLE)
    assert (found.instead, found.hint) == (("°C",), "Skriv °C")


def test_what_a_pdf_cannot_say_is_told_of(tmp_path: Path) -> None:
    """Several marks on one letter are told of: a PDF could not be read aloud."""
    samling = load(write_folder(tmp_path, {**NOTHING, "2014/tmf.yaml": text("Et e\u0323\u0301\u0301 her.")}))
    (found,) = (one for one in samling.problems if one.kind is UNPRINTABLE)
    assert found.instead == ()
