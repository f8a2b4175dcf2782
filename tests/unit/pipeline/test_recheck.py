"""An edition made now, held against the one that was published."""

from dataclasses import replace

import pytest

from frivilligrapport.pipeline.edition import Order
from frivilligrapport.pipeline.manifest import Commit, Manifest, Output, left_to_json, read_left, read_manifest
from frivilligrapport.pipeline.recheck import Edition, Recheck, State, order_again, recheck

FILES = {"statusrapport.md": b"# Rapport\n", "statusrapport.pdf": b"%PDF", "faktaark-tmf.md": b"# TMF\n"}


def manifest(files: dict[str, bytes], **changes: object) -> Manifest:
    """State what an edition was made of."""
    told = Manifest(
        aar=2014,
        draft=False,
        inputs={"indberetninger/2014/tmf.yaml": "1"},
        templates={"indbygget/rapport.css": "2"},
        fonts={"indbygget/fonts/sans.woff2": "3"},
        outputs={name: Output.of(data) for name, data in files.items()},
        versions={"weasyprint": "70.0", "python": "3.11.7"},
        commit=Commit(commit="a" * 40, is_clean=True),
    )
    return replace(told, **changes)  # type: ignore[arg-type]


def compared(then: dict[str, bytes], now: dict[str, bytes], order: Order | None = None, **changes: object) -> Recheck:
    """Compare what lies in the folder, told of by FILES' manifest, with what is made `now`, when `changes` came."""
    published = Edition({**then, "manifest.json": b""}, manifest(FILES))
    return recheck(Edition(now, manifest(now, **changes)), published, order or Order())


def states(found: Recheck) -> dict[str, State]:
    """Give the states by file."""
    return dict(found.files)


def test_the_same() -> None:
    """All files and what they were made of are the same: that is the only thing called the same."""
    found = compared(FILES, FILES)
    assert found.is_same
    assert found == Recheck(tuple((name, State.SAME) for name in (*FILES, "manifest.json")))


def test_another_commit_is_no_difference() -> None:
    """The folder may be copied, or its history go on."""
    assert compared(FILES, FILES, commit=None).is_same


@pytest.mark.parametrize(
    ("then", "now", "state"),
    [
        ({}, {"statusrapport.md": b"# Ny\n"}, State.CHANGED),
        ({"statusrapport.md": b"# Rettet\n"}, {}, State.EDITED),
        ({"statusrapport.md": b"# Rettet\n"}, {"statusrapport.md": b"# Ny\n"}, State.EDITED),
    ],
)
def test_a_file_with_other_bytes(then: dict[str, bytes], now: dict[str, bytes], state: State) -> None:
    """A file that was edited since it was built is told from one that would be built in another way."""
    found = compared(FILES | then, FILES | now)
    assert not found.is_same
    assert states(found)["statusrapport.md"] == state


def test_a_file_that_is_gone() -> None:
    """What was published and no longer lies there is missing."""
    then = {name: data for name, data in FILES.items() if name != "statusrapport.pdf"}
    found = compared(then, FILES)
    assert not found.is_same
    assert states(found) == dict.fromkeys(FILES, State.SAME) | {
        "statusrapport.pdf": State.MISSING,
        "manifest.json": State.SAME,
    }


def test_files_that_nothing_builds() -> None:
    """A document that is no longer made, and one from an earlier build, are not passed over."""
    now = {name: data for name, data in FILES.items() if name != "faktaark-tmf.md"}
    found = compared(FILES | {"statusrapport.html": b"<p>"}, now)
    assert not found.is_same
    assert states(found)["faktaark-tmf.md"] == State.DROPPED
    assert states(found)["statusrapport.html"] == State.LEFT


@pytest.mark.parametrize(
    ("order", "names"),
    [
        (Order(("md",)), {"statusrapport.md", "faktaark-tmf.md"}),
        (Order(document="faktaark"), {"faktaark-tmf.md"}),
        (Order(document="faktaark-tmf"), {"faktaark-tmf.md"}),
        (Order(document="fakta"), set()),
    ],
)
def test_only_what_is_asked(order: Order, names: set[str]) -> None:
    """The formats and the document that are asked for limit what is built and what is told."""
    again = order_again(order, manifest(FILES))
    assert again == replace(order, only=frozenset(names))
    made = {name: FILES[name] for name in names}
    assert states(compared(FILES, made, order)).keys() == {*names, "manifest.json"}


def test_a_draft_is_built_as_a_draft() -> None:
    """What was published as a draft is asked for as one, and without a manifest all is asked for."""
    assert order_again(Order(), manifest(FILES, draft=True)).draft
    assert not order_again(Order(), manifest(FILES)).draft
    assert order_again(Order(), None) == Order()


def test_what_it_is_made_of() -> None:
    """Inputs, templates and fonts that have changed, come or gone are named in order; that is a difference."""
    found = compared(
        FILES,
        FILES,
        inputs={"indberetninger/2014/tmf.yaml": "9", "indberetninger/2014/sof.yaml": "4"},
        templates={},
    )
    assert found.sources == (
        ("indberetninger/2014/sof.yaml", State.NEW),
        ("indberetninger/2014/tmf.yaml", State.CHANGED),
        ("indbygget/rapport.css", State.GONE),
    )
    assert states(found)["manifest.json"] == State.CHANGED
    assert not found.is_same


def test_other_versions_alone() -> None:
    """Other programs are told, and are no difference when the files come out the same."""
    found = compared(FILES, FILES, versions={"weasyprint": "70.1", "pango": "1.56", "python": "3.11.7"})
    assert found.versions == (("pango", "", "1.56"), ("weasyprint", "70.0", "70.1"))
    assert found.is_same


@pytest.mark.parametrize("files", [{}, {"manifest.json": b"{}"}])
def test_without_a_manifest(files: dict[str, bytes]) -> None:
    """The files are compared, and the manifest is missing or cannot be read: never called in order."""
    found = recheck(Edition(FILES, manifest(FILES)), Edition(FILES | files, None), Order())
    state = State.UNREADABLE if files else State.MISSING
    assert states(found) == {**dict.fromkeys(FILES, State.SAME), "manifest.json": state}
    assert not found.is_same


def test_it_reads_what_it_writes() -> None:
    """A manifest is the same after it has been written and read; what is none, or of another form, is not read."""
    told = manifest(FILES, withdrawn={"billeder/have.jpg": "1. marts 2015"})
    assert read_manifest(told.to_json()) == told
    assert read_manifest(told.to_json().replace(b'"manifest": 1', b'"manifest": 2')) is None
    assert read_manifest(b"\xff\xfe") is None


def test_joined_when_made_of_the_same() -> None:
    """Documents built one after the other are one edition, but not when anything they are made of has changed."""
    report = {"statusrapport.md": FILES["statusrapport.md"]}
    sheet = {"faktaark-tmf.md": FILES["faktaark-tmf.md"]}
    later = manifest(sheet, commit=None)
    assert later.joined(manifest(report)).outputs.keys() == {"statusrapport.md", "faktaark-tmf.md"}
    assert later.joined(None) == later
    assert later.joined(manifest(report, inputs={})) == later
    assert later.joined(manifest(report, draft=True)) == later
    assert later.joined(manifest(report, versions={})) == later


def test_what_earlier_builds_left() -> None:
    """The list of earlier files is read as it was written; what is something else, or half of it, is not read."""
    assert read_left(left_to_json({"b.md", "a.md"})) == frozenset({"a.md", "b.md"})
    assert read_left(left_to_json(())) == frozenset()
    assert [read_left(data) for data in (b"", b"[]", b"{}", b'{"tidligere_filer": ["a.md"]}', b"\xff")] == [None] * 5
