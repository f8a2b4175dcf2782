"""The form in a real browser, filled in as people do: by keyboard, with slips, on shared machines, without checks."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from frivilligrapport.collection.earlier_files import newest_earlier_files
from frivilligrapport.collection.loader import load
from frivilligrapport.documents.new_file.before import Start
from frivilligrapport.formular.making import form
from frivilligrapport.formular.runtime import Runtime
from support.folders.work_folder import put
from support.program import in_process
from support.repository import REPOSITORY, copenhagen
from support.slow_tools import CHROMIUM, FIREFOX, node_module

pytestmark = pytest.mark.slow
SCRIPT = Path(__file__).with_name("form_page.mjs")
ANSWERS = REPOSITORY / "tests" / "support" / "answers.py"
# Here the program answers from beside the browser; what it runs in is tried in test_form_checks.py.
NO_RUNTIME = Runtime(b"", "", "", "", is_current=True)
CPR = "010199-5000"
SKEW = "kontakt: Ole\nstatus: Vi gik ture.\nindsatser:\n  a: A\nhistorier: ingen\nbidragydere: 5\n"


def page_of(root: Path, unit: str, aar: int) -> str:
    """Make a forvaltning's form, whose worker is to come from beside it."""
    samling = load(root)
    one = next(one for one in samling.forvaltninger(aar) if one.id == unit)
    made = form(Start(samling, one, aar, newest_earlier_files(samling, one, aar)), NO_RUNTIME).decode()
    assert "function startWorker(" in made
    return made.replace("function startWorker(", "function ownWorker(")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of forms: a new one for SUF 2015 (`nyt`), and one for each of some files, which lie beside them."""
    root = copenhagen(tmp_path_factory.mktemp("mappe"))
    pages = tmp_path_factory.mktemp("skemaer")
    real = {unit: (root / f"indberetninger/2014/{unit}.yaml").read_bytes() for unit in ("bif", "buf", "tmf")}
    odd = b"\xef\xbb\xbf" + real["buf"].replace(b"\n", b"\r\n").replace(b"kontakt:", b"ukendt: 1  # min\r\nkontakt:")
    put(root, "2014/buf.yaml", odd.decode())
    for unit in real:
        (pages / f"{unit}.yaml").write_bytes((root / f"indberetninger/2014/{unit}.yaml").read_bytes())
        (pages / f"{unit}.html").write_text(page_of(root, unit, 2014), encoding="utf-8", newline="")
    assert (pages / "buf.yaml").read_bytes() == odd
    (pages / "nyt.html").write_text(page_of(root, "suf", 2015), encoding="utf-8", newline="")
    (root / "indberetninger/2015").mkdir()
    for name, text in (("nyere", "kontakt:\n  postkasse: en@kommunen.example\n"), ("skaeve", SKEW)):
        put(root, "2015/suf.yaml", f"forvaltning: SUF\når: 2015\n{text}")
        (pages / f"{name}.html").write_text(page_of(root, "suf", 2015), encoding="utf-8", newline="")
    return pages


@pytest.fixture(scope="module")
def found(folder: Path) -> dict[str, Any]:
    """Try everything in the browser, once."""
    tools = [str(node_module(name)) for name in ("playwright-core", "axe-core")]
    beside = [shutil.which(CHROMIUM) or CHROMIUM, str(folder), sys.executable, str(ANSWERS)]
    paths = os.pathsep.join([str(REPOSITORY / "src"), *filter(None, [os.environ.get("PYTHONPATH")])])
    done = subprocess.run(
        [shutil.which("node") or "node", str(SCRIPT), *tools, *beside],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
        timeout=300,
        env={**os.environ, "PYTHONPATH": paths},
    )
    tried: dict[str, Any] = json.loads(done.stdout)
    assert [name for name, one in tried.items() if one.get("faults")] == []
    return tried


def validated(tmp_path: Path, folder: Path, name: str) -> None:
    """Put a file that the form has saved into the work folder, and see that `validate` accepts it."""
    root = copenhagen(tmp_path)
    (root / "indberetninger/2015").mkdir()
    put(root, "2015/suf.yaml", (folder / name).read_bytes().decode())
    run = in_process(root)("validate", "indberetninger/2015/suf.yaml")
    assert run.code == 0, run.out


def test_a_file_that_nobody_touched_is_saved_as_it_was(found: dict[str, Any]) -> None:
    """Byte for byte, with the line ends and the mark of Notesblok, and fields that nobody knows."""
    unchanged = {name: one["same"] for name, one in found["unchanged"].items()}
    assert unchanged == {"bif.yaml": True, "buf.yaml": True, "tmf.yaml": True}


def test_it_is_filled_in_by_keyboard_alone(found: dict[str, Any], folder: Path, tmp_path: Path) -> None:
    """Whoever uses no mouse gets through all of it, and makes a file that `validate` accepts."""
    assert found["keyboard"]["rest"] == "Alt er besvaret"
    text = (folder / "udfyldt.txt").read_text(encoding="utf-8")
    assert "filstatus: klar\n" in text
    assert "antal: ca. 80\n" in text
    assert ": uoplyst  # UDFYLD" not in text
    validated(tmp_path, folder, "udfyldt.txt")


def test_nothing_is_said_of_a_field_before_it_is_left(found: dict[str, Any]) -> None:
    """While somebody types for the first time, neither the field, the summary nor the title says anything."""
    typing = found["errors"]["typing"]
    assert typing == {"title": typing["title"], "summary": "", "invalid": 0, "at": []}
    assert not typing["title"].startswith("Fejl")


def test_a_slip_is_told_in_the_same_words_at_the_field_and_in_the_summary(found: dict[str, Any]) -> None:
    """The title begins with »Fejl«, what hears the field hears the slip, and the summary's link leads to it."""
    left, words = found["errors"]["left"], "»20-30.000« kan læses på to måder."
    assert left["title"].startswith("Fejl: ")
    assert left["invalid"] == 1
    assert words in left["at"][0]
    assert words in left["summary"]
    assert words in found["errors"]["described"]
    assert found["errors"]["focused"] == "20-30.000"


def test_what_may_stand_instead_is_a_button(found: dict[str, Any]) -> None:
    """One press writes it, and the slip is gone."""
    assert found["errors"]["mended"]["value"] == "20.000-30.000"
    assert found["errors"]["mended"]["invalid"] == 0


def test_a_warning_is_accepted_with_a_reason(found: dict[str, Any]) -> None:
    """The reason becomes the line's own exception, and the warning is gone."""
    accepted = found["errors"]["accepted"]
    assert [line.strip() for line in accepted["text"]] == ["# frivilligrapport: accepter FR336 fordi Der var byfest."]
    assert accepted["at"] == []


def test_what_is_added_or_removed_can_be_taken_back(found: dict[str, Any]) -> None:
    """An indsats goes and comes back, a new one has its id from its name, and all can be undone to the first letter."""
    changes = found["changes"]
    assert changes["without"]
    assert changes["undone"]
    assert changes["focused"] == "Indsatser"
    assert changes["added"] == ["blaa-oekologi-aebler", "Blå Økologi & Æbler"]
    assert changes["held"]
    assert changes["counts"] == "deltagere"
    assert changes["back"]


def test_a_draft_is_there_again_after_a_crash_until_it_is_deleted(found: dict[str, Any]) -> None:
    """What was typed is restored, and after »Slet kladden« nothing is left or stored again."""
    crash = found["crash"]
    assert crash["restored"] == "ny@kommunen.example"
    assert crash["told"] == "Din kladde er hentet frem. Du kan skrive videre, hvor du slap. Begynd forfra"
    assert crash["quick"] == "hurtig@kommunen.example"  # typed just before the page was left
    assert (crash["left"], crash["kept"]) == ("", "")


def test_whoever_begins_anew_can_have_the_draft_back(found: dict[str, Any]) -> None:
    """The form is as it was given, one undoing brings the draft, and one that lies in a file is said to."""
    crash = found["crash"]
    assert (crash["anew"], crash["back"]) == ("uoplyst", "hurtig@kommunen.example")
    assert crash["unsaved"] == ""


def test_a_draft_of_an_earlier_form_is_offered(found: dict[str, Any]) -> None:
    """A form that was made again has the file's own answers, offers the draft beside them, and deletes both."""
    tried = found["earlierDraft"]
    assert tried["told"].startswith(
        "På denne pc ligger der en kladde, du har skrevet i et tidligere skema for SUF 2015."
    )
    assert (tried["before"], tried["fetched"]) == ("en@kommunen.example", "ny@kommunen.example")
    assert not tried["offered"]
    assert tried["left"] == ""


def test_parts_of_another_shape_are_shown(found: dict[str, Any]) -> None:
    """As one value that is mended in the text, with what is found at it; the others are drawn as ever."""
    parts = found["oddParts"]["found"]
    assert parts["kontakt"]["shown"] == "Ole"
    assert parts["status"]["shown"] == "Vi gik ture."
    assert parts["indsatser"]["shown"] == "a: A"
    assert parts["historier"]["shown"] == "ingen"
    assert parts["andet"]["shown"] == "5"
    assert len(parts["told"]) == 1


def test_the_arrow_keys_stay_at_the_answer(found: dict[str, Any]) -> None:
    """What is chosen with them has the focus afterwards, also where the form was drawn anew."""
    assert found["arrows"]["at"] == ["nej", True]


def test_all_that_is_answered_is_printed(found: dict[str, Any]) -> None:
    """Also in an indsats that is folded on the screen, and without the buttons."""
    assert found["printed"]["found"] == {"folded": False, "name": True, "save": False}


def test_a_cpr_number_is_neither_stored_nor_saved(found: dict[str, Any]) -> None:
    """Also before the checks are ready: then the form says to wait."""
    cpr = found["cpr"]
    assert cpr["told"] == "Filen er ikke gemt: Der står noget, der ligner et CPR-nummer. Slet det, og gem så."
    assert cpr["waits"].endswith("Vent, til tjekkene er klar, og gem så.")
    assert (cpr["stored"], cpr["storedEarly"], cpr["downloads"]) == (False, False, 0)
    assert cpr["without"]
    assert CPR not in json.dumps(found)


def test_a_file_that_does_not_belong_here_changes_nothing(found: dict[str, Any]) -> None:
    """Of another year or forvaltning, much too large, a Word document: one sentence each."""
    told = found["badInput"]["told"]
    assert found["badInput"]["unchanged"]
    assert told["andet år"] == "»suf.yaml« er for SUF 2014, og dette skema er for SUF 2015. Intet er ændret."
    assert told["anden forvaltning"] == "»tmf.yaml« er for TMF 2015, og dette skema er for SUF 2015. Intet er ændret."
    assert told["hele navnet"].startswith("»tmf.yaml« er for Teknik- og Miljøforvaltningen 2015, og")
    assert told["i anførselstegn"] == told["anden forvaltning"]
    assert told["ingens fil"].startswith("»rapport.yaml« er for 2014, og")
    assert "en statusfil fylder højst 1 MB" in told["fem MB"]
    assert "er et Word-dokument" in told["Word"]
    assert "er ikke en statusfil" in told["ikke en statusfil"]
    assert told["rykket ind"] == told["i klammer"] == told["anden forvaltning"]
    assert told["billede"] == "»billede.png« er ikke en tekstfil. Intet er ændret."
    assert told["Mac"].startswith("»suf.yaml« kan ikke åbnes. Filen er gemt med et tegnsæt, der ikke kan læses.")


def test_a_list_that_is_pasted_is_its_words(found: dict[str, Any]) -> None:
    """Without the signs before and the commas behind them."""
    pasted = found["pastedList"]
    assert pasted["box"] == "Ældre Sagen\nRøde Kors\nCafé - på hjørnet"
    assert pasted["text"] == "[Ældre Sagen, Røde Kors, Café - på hjørnet]"


def test_what_other_programs_do_with_a_file_is_done_here(found: dict[str, Any]) -> None:
    """Ctrl and S saves the file and not the page, and a file that is dropped is opened in the form."""
    tried = found["asElsewhere"]
    assert tried["isSaved"]
    assert tried["wasStopped"] == [True, True]
    assert tried["shown"] == "d@kommunen.example"


def test_a_file_in_an_older_encoding_is_opened(found: dict[str, Any]) -> None:
    """By the program, which says what saving will change; taken back, the form is as it was, with nothing unsaved."""
    tried = found["encodings"]
    for name in ("windows", "utf16"):
        assert tried[name]["told"].startswith("»suf.yaml« er åbnet. Bogstaverne var gemt på en ældre måde.")
        assert tried[name]["unsaved"] == "Ikke gemt som fil"
    assert tried["utf8"]["unsaved"] == ""
    assert all(tried[name]["isThere"] and tried[name]["back"] == "" for name in ("windows", "utf16", "utf8"))
    assert tried["early"]["told"].endswith("Vent, til de er klar, og åbn den så. Intet er ændret.")
    assert "Notesblok" in tried["without"]["told"]


def test_nothing_is_said_of_a_new_part_s_fields_before_they_are_left(found: dict[str, Any]) -> None:
    """Leaving its first field tells of no other that is still empty; a missing number is told at the number."""
    begun = found["begun"]
    assert {name: one for name, one in begun["found"].items() if one != {"lacks": True, "told": []}} == {}
    assert begun["about"] == ["Antal"]


def test_what_is_missing_is_told_by_the_name_that_people_know(found: dict[str, Any]) -> None:
    """An indsats is proposed by its name, and its name becomes its id; anything else stays as written."""
    tried = found["namesOfWhatIsMissing"]
    assert tried["offered"]["cykling-uden-alder"] == "Cykling uden Alder"
    assert tried["help"] == "Hvad manglen handler om: en indsats eller et felt."
    assert tried["named"] == {"value": "cykling-uden-alder", "beside": "Cykling uden Alder"}
    assert tried["isWritten"]
    assert tried["other"] == "filstatus"


def test_a_file_that_cannot_be_read_is_shown_as_text(found: dict[str, Any]) -> None:
    """With what is wrong, and with the sure repairs as a button; the form follows what is typed in the text."""
    broken = found["brokenFile"]
    assert broken["shown"] == {
        "form": False,
        "rest": "",
        "found": ["Linje 25: Fejl: Linjen er rykket ind med tabulator. Skriv 2 mellemrum i stedet."],
    }
    assert broken["repaired"]
    assert broken["followed"] == "Leder af Frivillighedsnetværket"


def test_a_browser_that_keeps_no_draft_says_so(found: dict[str, Any]) -> None:
    """Forbidden or full: one sentence, and saving works."""
    words = "Browseren kan ikke gemme en kladde. Gem filen, før du lukker siden."
    assert (found["noStore"]["told"], found["noStore"]["whenFull"]) == (words, words)
    assert found["noStore"]["works"]


def test_two_tabs_do_not_write_over_each_other(found: dict[str, Any]) -> None:
    """The tab that came second to it says so and leaves the draft of the first, until it is told to take it over."""
    tabs = found["twoTabs"]
    assert tabs["told"].startswith("Skemaet er åbent i en anden fane")
    assert (tabs["first"], tabs["second"]) == ("f", "s")


def test_a_draft_that_is_deleted_stays_so_in_every_tab(found: dict[str, Any]) -> None:
    """Another tab that still has the text does not bring it back, and says so."""
    words = "Kladden er slettet, og der gemmes ingen ny, før skemaet åbnes igen"
    assert found["twoTabs"]["deleted"] == [words, words, ""]


def test_without_checks_it_is_filled_in_and_saved(found: dict[str, Any], folder: Path, tmp_path: Path) -> None:
    """Where WebAssembly is locked, answers, additions and all make a file that `validate` accepts."""
    tried = found["withoutChecks"]
    assert all(
        tried[name].startswith("Tjekkene kan ikke køre i denne browser") for name in ("told", "lookedAt", "asText")
    )
    assert tried["savedAs"].endswith("Den er ikke set efter.")
    assert tried["twice"] == {"names": 1, "shown": 2}
    text = (folder / "uden-tjek.txt").read_text(encoding="utf-8")
    assert "titel: Flere følgevenner" in text
    assert "antal: ca. 80\n" in text
    validated(tmp_path, folder, "uden-tjek.txt")


def test_it_is_filled_in_and_saved_in_firefox(folder: Path, tmp_path: Path) -> None:
    """What is typed, added, removed and taken back there is as in the other browser, and the draft is there again."""
    saved = tmp_path / "gemt.yaml"
    beside = [
        str(node_module("puppeteer-core")),
        shutil.which(FIREFOX) or FIREFOX,
        str(folder / "nyt.html"),
        str(saved),
    ]
    command = [shutil.which("node") or "node", str(SCRIPT.with_name("form_firefox.mjs")), *beside]
    done = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=True, timeout=120)
    told = "Din kladde er hentet frem. Du kan skrive videre, hvor du slap. Begynd forfra"
    assert json.loads(done.stdout) == {
        "removed": True,
        "back": True,
        "restored": True,
        "told": told,
        "left": 0,
        "faults": [],
    }
    text = saved.read_text(encoding="utf-8")
    assert "  postkasse: æ@kommunen.example\n" in text
    assert "  - titel: 'Flere: cykler'\n" in text


def test_there_are_no_barriers(found: dict[str, Any]) -> None:
    """With slips shown and all folded out, in light, dark and at 320 pixels, which is 1280 at 400 %; and as text."""
    for one in found["barriers"].values():
        assert one["errors"] > 1
        assert (one["form"], one["text"], one["wide"]) == ([], [], 0)
