"""`validate` of many work folders and lone files in one command: as for one, one after the other."""

import json
import os
from functools import partial
from pathlib import Path

import pytest

from frivilligrapport.cli.execution import validation, workers
from frivilligrapport.cli.work_folder import ChosenPlace, Selection, read_place
from support.folders.work_folder import put, status_file, write_small
from support.program import Program

WRONG = status_file("SOF").replace("sket noget.", "sket noget")
NUMBER = "010199-5000"
CORES = workers._cores  # as it is before the tests share the cores


@pytest.fixture
def alle(tmp_path: Path) -> Path:
    """Give a folder of three work folders, each with one fault, and beside them a lone file with one."""
    root = tmp_path / "alle æ"
    for name in ("sydby", "nordby", "aaby"):
        put(write_small(root / name), "2014/sof.yaml", WRONG)
    (root / "alene.yaml").write_text(WRONG, encoding="utf-8")
    return root


def places(out: str) -> list[str]:
    """Give the files that findings are told in, in the order they are told."""
    return [line.partition(":")[0] for line in out.splitlines() if ": fejl FR401" in line]


def test_folders_and_files_in_the_order_they_are_named(program: Program, alle: Path) -> None:
    """Each path begins with its folder, and one sentence counts them all."""
    run = program("validate", "sydby", "alene.yaml", "aaby/indberetninger/2014/sof.yaml", "nordby", cwd=alle)
    assert run.code == 1
    folders = [f"{one}/indberetninger/2014/sof.yaml" for one in ("sydby", "aaby", "nordby")]
    assert places(run.out) == [folders[0], "alene.yaml", *folders[1:]]
    assert run.out.count("\n\n") == 3
    assert run.err.count("set efter") == 1
    assert run.err.endswith("4 fejl.\n")


@pytest.mark.parametrize("words", [("--folder", "."), (), (".",), ("../alle æ",)])
def test_a_folder_of_folders(program: Program, alle: Path, words: tuple[str, ...]) -> None:
    """All that lie in it are looked at, in Danish order, where aa is the last letter, however it is named."""
    run = program("validate", *words, cwd=alle)
    assert (run.code, run.err) == (1, "3 fejl.\n")
    assert [one.partition("/")[0] for one in places(run.out)] == ["nordby", "sydby", "aaby"]


def test_elsewhere_the_whole_path_is_told(program: Program, alle: Path, tmp_path: Path) -> None:
    """A folder that is not below this one is named from the top."""
    (tmp_path / "her").mkdir()
    run = program("validate", alle / "sydby", alle / "aaby", cwd=tmp_path / "her")
    assert places(run.out) == [f"{alle}/{one}/indberetninger/2014/sof.yaml" for one in ("sydby", "aaby")]


def test_files_that_lie_alone(program: Program, tmp_path: Path) -> None:
    """Several lone files are each looked at, and what the others are needed for is said once."""
    names = [f"{number}.yaml" for number in range(3)]
    for name in names:
        (tmp_path / name).write_text(WRONG if name != "1.yaml" else status_file("SOF"), encoding="utf-8")
    run = program("validate", *names, cwd=tmp_path)
    assert (run.code, places(run.out)) == (1, ["0.yaml", "2.yaml"])
    assert run.err.count("Filen ligger uden for") == 1


def test_a_path_that_nothing_is_read_of(program: Program, alle: Path) -> None:
    """Where another is read it is told of, and the other's findings are shown; it alone is wrong use."""
    place = alle / "aaby/indberetninger/skema"
    place.mkdir()
    (place / "eget.json").write_text("{}", encoding="utf-8")
    name = "aaby/indberetninger/skema/eget.json"
    run = program("validate", "sydby", name, cwd=alle)
    assert (run.code, places(run.out)) == (1, ["sydby/indberetninger/2014/sof.yaml"])
    assert f"»{name}« bliver ikke læst" in run.err
    assert program("validate", name, cwd=alle).code == 2


def test_only_github_has_a_summary(program: Program, alle: Path) -> None:
    """The file that GitHub names for it is written in its own format alone."""
    summary = alle / "oversigt.md"
    for name in ("text", "json", "github"):
        assert not summary.exists()
        program("validate", "sydby", "--format", name, cwd=alle, env={"GITHUB_STEP_SUMMARY": str(summary)})
    assert "sydby/indberetninger/2014/sof.yaml" in summary.read_text(encoding="utf-8")


def test_personal_data_in_one_is_the_code_of_all(program: Program, alle: Path) -> None:
    """Exit 3 beats 1; the number is shown nowhere, and the others' findings are told."""
    put(alle / "nordby", "2014/tmf.yaml", status_file("TMF").replace("noget.", f"noget hos {NUMBER}."))
    run = program("validate", "--folder", alle, cwd=alle)
    assert run.code == 3
    assert len(places(run.out)) == 3
    assert "5000" not in run.out + run.err


def test_strict(program: Program, alle: Path) -> None:
    """Warnings count in any of them, as they do in one."""
    for name in ("sydby", "nordby", "aaby"):
        put(alle / name, "2014/sof.yaml", status_file("SOF"))
    assert program("validate", "--folder", alle, "--strict", cwd=alle).code == 0
    (alle / "aaby/indberetninger/2014/oekf.yaml").unlink()
    assert program("validate", "--folder", alle, cwd=alle).code == 0
    assert program("validate", "--folder", alle, "--strict", cwd=alle).code == 1


def test_what_stops_one_costs_that_one(program: Program, alle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are told of, the one is named, and the run ends with the worst."""

    def read(place: ChosenPlace) -> Selection:
        if place.root and place.root.name == "nordby":
            raise RuntimeError
        return read_place(place)

    monkeypatch.setattr(validation, "read_place", read)
    monkeypatch.setenv("XDG_STATE_HOME", str(alle))
    run = program("validate", "--folder", ".", cwd=alle)
    assert run.code == 5
    assert [one.partition("/")[0] for one in places(run.out)] == ["sydby", "aaby"]
    assert "Det standsede nordby/. De andre er ikke berørt.\n" in run.err
    assert run.err.endswith("2 fejl.\n")


def test_for_programs(program: Program, alle: Path) -> None:
    """All is in one answer, files and findings are told apart, and no fingerprint is another's."""
    run = program("validate", "sydby", "aaby", "alene.yaml", "--format", "json", cwd=alle)
    told = json.loads(run.out)
    files = [f"{one}/indberetninger/2014/sof.yaml" for one in ("sydby", "aaby")]
    assert [one["fil"] for one in told["fund"]] == [*files, "alene.yaml"]
    assert {*files, "alene.yaml", "aaby/indberetninger/kommune.yaml"} <= set(told["filer"])
    assert len({one["fingeraftryk"] for one in told["fund"]}) == 3
    for name in ("github", "gitlab", "sarif", "junit"):
        assert files[1] in program("validate", "sydby", "aaby", "--format", name, cwd=alle).out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("sydby", "findes-ikke.yaml"), "»findes-ikke.yaml« findes ikke."),
        (("sydby", "tom"), "I mappen »tom« er der ingen mappe indberetninger."),
        (("sydby", "note.txt"), "»note.txt« er ikke en statusfil."),
    ],
)
def test_wrong_use(program: Program, alle: Path, words: tuple[str, ...], says: str) -> None:
    """A name that stands for nothing is told of before anything is read."""
    (alle / "tom").mkdir()
    (alle / "note.txt").write_text("Husk", encoding="utf-8")
    run = program("validate", *words, cwd=alle)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(says)


def test_each_file_is_read_once(program: Program, alle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is named twice, and a file in it, is one folder that is read once."""
    read: list[Path] = []
    read_bytes = Path.read_bytes

    def reading(path: Path) -> bytes:
        read.append(path)
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", reading)
    program("validate", "sydby", "sydby/indberetninger/2014/tmf.yaml", "aaby", "./sydby", cwd=alle)
    assert len(read) == len(set(read)) == 2 * 5


@pytest.mark.full
def test_in_processes_it_is_the_same(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Shared between processes, what is told, its order and the exit code are as in one."""
    for number in range(workers._WORTH_A_PROCESS + 4):
        text = WRONG.replace("noget", f"noget nr. {number}") if number % 3 else status_file("SOF")
        (tmp_path / f"{number:02}.yaml").write_text(text, encoding="utf-8")
    files = sorted(path.name for path in tmp_path.glob("*.yaml"))
    runs = []
    for cores in (1, 3):
        monkeypatch.setattr(workers, "_cores", partial(int, cores))
        runs += [program("validate", *files, *words, cwd=tmp_path) for words in ((), ("--format", "json"))]
    assert runs[:2] == runs[2:]
    assert runs[0].code == 1
    assert places(runs[0].out) == [name for name in files if int(name[:2]) % 3]


@pytest.mark.full
def test_only_many_are_shared(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """From so many on, and with cores to share between, all is done in processes that stand in the same folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(workers, "_cores", partial(int, 2))
    few, many = (
        {*workers.in_order(os.path.realpath, ["/proc/self", "."] * (number // 2), "os")}
        for number in (workers._WORTH_A_PROCESS - 2, workers._WORTH_A_PROCESS)
    )
    own = f"/proc/{os.getpid()}"
    assert few == {own, str(tmp_path)}
    assert own not in many
    assert str(tmp_path) in many
    assert len(many) in {2, 3}


def test_as_many_as_there_are_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """No more processes than this one may use cores; where the system does not tell, than there are."""
    monkeypatch.setattr(os, "cpu_count", partial(int, 7))
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {1, 3, 4}, raising=False)
    assert CORES() == 3
    monkeypatch.delattr(os, "sched_getaffinity")
    assert CORES() == 7
