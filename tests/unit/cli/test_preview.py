"""What `preview` shows: the page of what was read last, what was found, and the last good page when a file breaks."""

import os
import shutil
import signal
import webbrowser
from pathlib import Path
from threading import Event, Semaphore, Thread
from typing import Any

import pytest
import watchfiles

from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.cli.preview import running
from frivilligrapport.cli.preview.showing import Showing
from frivilligrapport.cli.preview.target import Target, find_target
from frivilligrapport.cli.preview.watching import watch
from support.folders.work_folder import put, status_file, write_small
from support.program import Program
from support.repository import REPOSITORY

pytestmark = pytest.mark.full
BODY = "indsatser:\n  - id: byhaver\n    navn: Byhaver\n    tilstand: afholdt\n    tal:\n      projekter: {}\n"
TMF = "indberetninger/2014/tmf.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write a year in order, in which one forvaltning has a figure."""
    root = write_small(tmp_path / "mappe")
    put(root, "2014/tmf.yaml", status_file("TMF", BODY.format(21)))
    return root


def state(showing: Showing, name: str = "") -> dict[str, Any]:
    """Give what the window is told of a document."""
    told = showing.state(name)
    assert told is not None
    return told


def page(showing: Showing, name: str = "kapitel-tmf") -> str:
    """Give a document's page."""
    return (showing.page(name) or b"").decode()


@pytest.fixture
def showing(folder: Path) -> Showing:
    """Show one forvaltning's chapter, which is quickly made."""
    return Showing(find_target(str(folder / TMF), None))


def test_a_year_is_its_report_and_a_status_file_its_chapter_and_fact_sheet(folder: Path) -> None:
    """Also when the file is named from elsewhere; what concerns the whole year is shown by the report."""
    whole = Target(folder, 2014, ("statusrapport", "index"))
    for named in (None, "2014"):
        assert find_target(named, str(folder)) == whole
    chapter = find_target(str(folder / TMF), None)
    assert (chapter.documents, chapter.file) == (("kapitel-tmf", "faktaark-tmf"), TMF)
    for name in ("2014/rapport.yaml", "kommune.yaml"):
        assert find_target(str(folder / "indberetninger" / name), None).documents == whole.documents


def test_a_change_is_a_new_page(showing: Showing, folder: Path) -> None:
    """The figure that was typed is on the page, and the window is told that it is another."""
    before = state(showing)
    assert "21 projekter" in page(showing)
    put(folder, "2014/tmf.yaml", status_file("TMF", BODY.format(34)))
    showing.renew()
    assert "34 projekter" in page(showing)
    assert state(showing)["side"] != before["side"]
    assert state(showing)["holdt"] == ""


def test_a_save_without_a_change_gives_the_same_page(showing: Showing) -> None:
    """So that the window leaves it as it stands."""
    before = state(showing)["side"]
    showing.renew()
    assert state(showing)["side"] == before


def test_a_broken_file_leaves_the_last_good_page(showing: Showing, folder: Path) -> None:
    """What is wrong is told with its place, its lines and what to write; once it is mended the page goes on."""
    good = page(showing)
    put(folder, "2014/tmf.yaml", status_file("TMF", BODY.format(34)).replace("forslag: ingen", "forslag: [ingen"))
    showing.renew()
    told = state(showing)
    assert page(showing) == good
    assert told["holdt"] == f"{TMF} kan ikke læses, før fejlen er rettet."
    first = told["fund"][0]
    assert first["sted"] == f"{TMF}:8:10"
    assert first["raad"]
    assert [one.number for one in first["uddrag"]] == [7, 8, 9]
    assert "".join(first["uddrag"][1][1:]) == "forslag: [ingen"
    put(folder, "2014/tmf.yaml", status_file("TMF", BODY.format(34)))
    showing.renew()
    assert "34 projekter" in page(showing)
    assert (state(showing)["holdt"], state(showing)["fund"]) == ("", [])


@pytest.mark.parametrize("name", ["2013/tmf.yaml", "kommune.yaml"])
def test_what_breaks_elsewhere_is_told_of_too(showing: Showing, folder: Path, name: str) -> None:
    """An earlier year's file, or what all years share: the page needs them as well, and the one that broke is named."""
    (folder / "indberetninger/2013").mkdir()
    put(folder, "2013/tmf.yaml", status_file("TMF", year=2013))
    showing.renew()
    good, text = page(showing), (folder / "indberetninger" / name).read_bytes()
    put(folder, name, text + b"\nx: [")
    showing.renew()
    told = state(showing)
    assert (page(showing), told["holdt"]) == (good, f"indberetninger/{name} kan ikke læses, før fejlen er rettet.")
    assert told["fund"][0]["sted"].startswith(f"indberetninger/{name}:")
    put(folder, name, text)
    showing.renew()
    assert (state(showing)["holdt"], state(showing)["fund"]) == ("", [])


def test_what_is_wrong_and_can_be_read_is_a_draft(showing: Showing, folder: Path) -> None:
    """As `build --draft` makes it: the page goes on, and says what it is."""
    put(folder, "2014/tmf.yaml", status_file("TMF", BODY.format("mange mange")))
    showing.renew()
    assert state(showing)["holdt"] == ""
    assert 'class="udkast"' in page(showing)
    assert state(showing)["resume"] == "1 fejl."


def test_a_file_that_was_never_whole_holds_nothing_back(folder: Path) -> None:
    """The page says that it cannot be read; without rapport.yaml there is no page, and the findings say why."""
    put(folder, "2014/sof.yaml", "forvaltning: [SOF\n")
    showing = Showing(find_target(str(folder / TMF), None))
    assert "21 projekter" in page(showing)
    told = state(showing)
    assert (told["fund"], told["andre"]) == ([], "I de andre filer: 1 fejl.")
    put(folder, "2014/rapport.yaml", "titel: [\n")
    started = Showing(find_target("2014", str(folder)))
    assert (state(started)["side"], started.page("statusrapport")) == ("", None)
    assert state(started)["holdt"] == "indberetninger/2014/rapport.yaml kan ikke læses, før fejlen er rettet."
    assert state(started)["fund"][0]["sted"].startswith("indberetninger/2014/rapport.yaml")


def test_a_cpr_number_is_never_shown(showing: Showing, folder: Path) -> None:
    """Neither on the page, which stays as it was, nor beside it."""
    good = page(showing)
    put(folder, "2014/tmf.yaml", status_file("TMF", BODY.format(34)).replace("sket noget", "sket noget 010199-5678"))
    showing.renew()
    assert page(showing) == good
    told = state(showing)
    assert "CPR-nummer" in told["holdt"]
    assert [one["kode"] for one in told["fund"]] == ["FR901"]
    assert "5678" not in str(told)


def test_a_template_that_is_wrong_leaves_the_last_good_page(showing: Showing, folder: Path) -> None:
    """Its line is shown; one that is right is followed at once."""
    good = page(showing)
    own = folder / "skabeloner" / "kapitel.html.j2"
    own.parent.mkdir()
    own.write_text(
        '{% extends "indbygget/kapitel.html.j2" %}\n{% block indhold %}{{ dokument.kapitl }}{% endblock %}\n'
    )
    showing.renew()
    told = state(showing)
    assert page(showing) == good
    assert told["standset"]["sted"] == "skabeloner/kapitel.html.j2:2:1"
    assert told["standset"]["besked"] == "»kapitl« findes ikke. Mente du »kapitel«?"
    assert "dokument.kapitl" in told["standset"]["uddrag"][1].marked
    own.write_text('{% extends "indbygget/kapitel.html.j2" %}\n{% block bund %}<p>Trykt hos os.</p>{% endblock %}\n')
    showing.renew()
    assert "Trykt hos os." in page(showing)
    assert state(showing)["standset"] is None


def test_a_figure_leads_to_its_line(showing: Showing) -> None:
    """By the list of sources of the document that it refers to: the report's, or the sheet's own."""
    for name in ("tabelbilag", "faktaark-tmf"):
        found = showing.source(name, "kilde-1")
        assert found is not None
        assert (found["sted"], found["tekst"]) == (f"{TMF}:14:18", "21")
        assert [one.marked for one in found["uddrag"] if one.marked] == ["21"]
    assert showing.source("tabelbilag", "kilde-99") is None
    assert showing.source("findes-ikke", "kilde-1") is None


def test_another_document_of_a_year(folder: Path, program: Program) -> None:
    """A file that becomes a document by itself is shown as that, also in a year without a report."""
    arbejdsprogram = (REPOSITORY / "indberetninger/2017/arbejdsprogram.yaml").read_bytes()
    (folder / "indberetninger/2017").mkdir()
    path = put(folder, "2017/arbejdsprogram.yaml", arbejdsprogram)
    showing = Showing(find_target(str(path), None))
    assert state(showing)["dokumenter"] == (("arbejdsprogram", "Arbejdsprogram"),)
    assert "<main" in page(showing, "arbejdsprogram")
    run = program("preview", "2017", cwd=folder)
    assert run.err.splitlines()[1].endswith("frivilligrapport preview indberetninger/2017/arbejdsprogram.yaml")


def test_only_documents_have_a_state(showing: Showing) -> None:
    """Any other name is none."""
    assert showing.state("findes-ikke") is None
    assert showing.state("tal") is None


def test_folders_that_are_gone(showing: Showing, folder: Path) -> None:
    """The page stays while the year or its folder is away, and the end of the work folder is the end."""
    good = page(showing)
    away = folder.with_name("væk")
    for name, said in (("indberetninger/2014", "findes ikke længere"), ("indberetninger", "kan ikke læses lige nu")):
        shutil.move(folder / name, away)
        showing.renew()
        assert state(showing)["holdt"] == f"Mappen {name} {said}."
        assert page(showing) == good
        shutil.move(away, folder / name)
        showing.renew()
        assert state(showing)["holdt"] == ""
    shutil.rmtree(folder)
    with pytest.raises(WrongUse, match="findes ikke længere"):
        showing.renew()


@pytest.mark.parametrize("found", [None, webbrowser.GenericBrowser("lynx")])
def test_without_a_browser_the_address_is_there(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], found: webbrowser.BaseBrowser | None
) -> None:
    """One that would take the terminal is none."""

    def get() -> webbrowser.BaseBrowser:
        if found is None:
            raise webbrowser.Error
        return found

    monkeypatch.setattr(webbrowser, "get", get)
    running._announce("http://127.0.0.1:8400/x/", Target(Path(), 2014, ("statusrapport",)), opens=True)
    told = capsys.readouterr()
    assert told.out == "http://127.0.0.1:8400/x/\n"
    assert "Her er ingen browser, der kan åbnes." in told.err


def test_who_asks_it_to_outlive_the_terminal_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    """With nohup it goes on when the shell is gone, otherwise not."""
    for handler, is_over in ((signal.SIG_IGN, False), (signal.SIG_DFL, True)):
        monkeypatch.setattr(signal, "getsignal", lambda _, handler=handler: handler)
        over = running._end_of_the_terminal()
        assert not over()
        with monkeypatch.context() as patch:
            patch.setattr(os, "getppid", lambda: 1)
            assert over() is is_over


class Heard:
    """Watch a folder in a thread of its own, and count what is heard."""

    def __init__(self, root: Path) -> None:
        self.number = Semaphore(0)
        self.stop = Event()
        thread = Thread(
            target=watch, args=(root, lambda: root / "logo.svg", self.number.release, self.stop), daemon=True
        )
        thread.start()
        assert self.again

    @property
    def again(self) -> bool:
        """Tell whether something is heard within a while, and let all that comes at once be one."""
        heard = self.number.acquire(timeout=10)
        while self.number.acquire(timeout=0.7):
            pass
        return heard


def test_every_kind_of_file_is_watched(folder: Path) -> None:
    """Also the logo, which may lie anywhere, templates in a folder that comes later, and a folder that is put back."""
    heard = Heard(folder)
    (folder / "logo.svg").write_text("<svg/>", encoding="utf-8")
    assert heard.again
    put(folder, "2014/tmf.yaml", status_file("TMF"))
    assert heard.again
    (folder / "skabeloner").mkdir()
    assert heard.again
    (folder / "skabeloner/egen.css").write_text("h1 { color: #123456; }", encoding="utf-8")
    assert heard.again
    shutil.move(folder / "indberetninger", folder / "væk")
    assert heard.again
    shutil.move(folder / "væk", folder / "indberetninger")
    assert heard.again
    (folder / "indberetninger/2014/billeder").mkdir()
    (folder / "indberetninger/2014/billeder/have.png").write_bytes(b"x")
    assert heard.again
    heard.stop.set()


def test_a_system_that_watches_no_more_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are looked at one by one instead."""
    watches = watchfiles.watch

    def full(*paths: Path, force_polling: bool | None, **settings: Any) -> Any:
        if not force_polling:
            raise OSError("OS file watch limit reached.")
        return watches(*paths, force_polling=True, poll_delay_ms=50, **settings)

    monkeypatch.setattr(watchfiles, "watch", full)
    heard = Heard(folder)
    put(folder, "2014/tmf.yaml", status_file("TMF", BODY.format(34)))
    assert heard.again
    heard.stop.set()


def test_what_cannot_be_shown(program: Program, folder: Path, tmp_path: Path) -> None:
    """Each is one sentence and what to do, and no server is started."""
    put(folder, "2014/tmf-kopi.yaml", status_file("TMF"))
    (folder / "indberetninger/2013").mkdir()
    outside = tmp_path / "andre.yaml"
    outside.write_text("forvaltning: TMF\n", encoding="utf-8")
    cases = {
        "2013": "2013 har ingen rapport.yaml, så der er ingen rapport at vise.",
        "2012": "Der er ingen indberetninger for 2012.",
        "20144": "»20144« er ikke et årstal.",
        "indberetninger/2014/nyf.yaml": "»indberetninger/2014/nyf.yaml« findes ikke.",
        "indberetninger/2014": "»indberetninger/2014« er en mappe.",
        "indberetninger/2014/tmf-kopi.yaml": "»indberetninger/2014/tmf-kopi.yaml« er ikke med i rapporten.",
    }
    for typed, sentence in cases.items():
        run = program("preview", typed, cwd=folder)
        assert (run.code, run.out, run.err.splitlines()[0]) == (2, "", sentence)
        assert len(run.err.splitlines()) == 2
    run = program("vis", outside.name, cwd=tmp_path)
    assert (run.code, run.err.splitlines()[0]) == (
        2,
        f"»{outside.name}« ligger ikke i en mappe indberetninger og kan ikke vises.",
    )
    (folder / "indberetninger/2014/rapport.yaml").unlink()
    run = program("preview", cwd=folder)
    assert (run.code, run.err.splitlines()[0]) == (2, "Der er intet år med en rapport.yaml.")
