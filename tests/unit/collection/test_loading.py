"""Files that cannot be read, and personal data in those that can."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from frivilligrapport.collection.loader import load
from frivilligrapport.collection.values import Samling
from support.folders.work_folder import KOMMUNE, status_file, write_folder
from support.texts.model_text import found

Loaded = Callable[[Mapping[str, str | bytes]], Samling]
CPR = "010199-5000"
FOUND_CPR = (
    "FR901 »010199-••••« ligner et CPR-nummer. "
    "Slet nummeret. Er filen allerede delt, så giv jeres databeskyttelsesrådgiver besked."
)


def test_no_register(tmp_path: Path) -> None:
    """Without a register the files are read all the same, whatever they are called."""
    root = write_folder(tmp_path, {"2014/abc.yaml": status_file("ABC", "indsatser: 5\n")})
    (root / "indberetninger" / "kommune.yaml").rename(root / "indberetninger" / "Kommune.yml")
    samling = load(root)
    assert [line.split(". ")[-1] for line in found(samling) if "FR303" in line] == [
        "Kald filen »Kommune.yml« kommune.yaml."
    ]
    assert [line.split(" ")[2] for line in found(samling)] == ["FR104", "FR303"]
    assert [one.forvaltning_id for one in samling.aargange[0].indberetninger] == ["abc"]
    assert samling.forvaltninger(2014) == ()


@pytest.mark.parametrize("text", ["- en liste\n", "kommune: P\n", "tekst: 'ikke sluttet\n", ""])
def test_a_register_that_cannot_be_read(text: str, loaded: Loaded) -> None:
    """A broken register is told once; the other files are read, and none of them is called a stray."""
    samling = loaded({"kommune.yaml": text, "2014/tmf.yaml": status_file("TMF")})
    assert [line.split(" ")[0] for line in found(samling)] == ["kommune.yaml"]
    assert not samling.kommune_is_read
    assert [one.forvaltning_id for one in samling.aargange[0].indberetninger] == ["tmf"]


def test_a_register_with_a_bad_id(loaded: Loaded) -> None:
    """A bad id in the register does not make a stray of the file that bears the good one."""
    samling = loaded({"kommune.yaml": KOMMUNE.replace("id: tmf", "id: TMF"), "2014/tmf.yaml": status_file("TMF")})
    assert [line.split(" ")[2] for line in found(samling)] == ["FR109"]
    assert samling.aargange[0].strays == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("filstatus: klar\nforslag: ingen\n", "FR102 FR102"),
        ("forvaltning: TMF\når: fjorten\nforslag: ingen\n", "FR108"),
    ],
)
def test_what_the_name_says(text: str, code: str, loaded: Loaded) -> None:
    """A file that does not say whose it is or for which year is told so, and read as what its name says."""
    samling = loaded({"2014/tmf.yaml": text})
    assert " ".join(line.split(" ")[2] for line in found(samling)) == code
    statusfil = samling.aargange[0].indberetninger[0].statusfil
    assert statusfil is not None
    assert (statusfil.aar, statusfil.forvaltning.key, statusfil.answer("forslag")) == (2014, "tmf", "ingen")


def test_a_delivery_that_cannot_be_read(loaded: Loaded) -> None:
    """A broken file is there, with nothing in it, and the others are read."""
    samling = loaded({"2014/sof.yaml": "- nej\n", "2014/tmf.yaml": status_file("TMF"), "2014/oekf.yaml": b"PK\x03\x04"})
    by_id = {one.forvaltning_id: one for one in samling.aargange[0].indberetninger}
    assert {name: one.statusfil is not None for name, one in by_id.items()} == {
        "oekf": False, "sof": False, "tmf": True,
    }  # fmt: skip
    assert (by_id["oekf"].tree, by_id["sof"].tree is None) == (None, False)
    assert [line.split(" ")[2] for line in found(samling)] == ["FR004", "FR105"]


def test_a_report_that_cannot_be_read(loaded: Loaded) -> None:
    """A broken rapport.yaml still makes the year a report year."""
    aargang = loaded({"2014/rapport.yaml": "- nej\n"}).aargange[0]
    assert (aargang.is_report_year, aargang.rapport) == (True, None)
    assert aargang.rapport_file == "indberetninger/2014/rapport.yaml"


def test_a_file_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A locked file is told of, and the others are read."""
    root = write_folder(tmp_path, {"2014/tmf.yaml": status_file("TMF"), "2014/tekster/groen.md": "Grøn."})
    read_bytes = Path.read_bytes

    def locked(path: Path) -> bytes:
        if path.name in {"tmf.yaml", "groen.md"}:
            raise PermissionError(path)
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", locked)
    samling = load(root)
    hint = "Se efter, om filen er åben i et andet program, og om du har adgang til den."
    assert found(samling) == [
        f"2014/tekster/groen.md 1:1+1 FR007 Filen kan ikke åbnes. {hint}",
        f"2014/tmf.yaml 1:1+1 FR007 Filen kan ikke åbnes. {hint}",
    ]
    assert samling.aargange[0].indberetninger[0].statusfil is None
    assert samling.aargange[0].texts == {}


def test_a_folder_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A locked folder is told of; its files do not just vanish."""
    root = write_folder(tmp_path, {"2014/tekster/groen.md": "Grøn.", "2014/tmf.yaml": status_file("TMF")})
    scandir = os.scandir

    def locked(path: str) -> object:
        if str(path).endswith("tekster"):
            raise PermissionError(13, "nej", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", locked)
    samling = load(root)
    assert [line.split(". ")[0] for line in found(samling)] == ["2014/tekster 1:1+1 FR007 Mappen kan ikke åbnes"]
    assert len(samling.aargange[0].indberetninger) == 1


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("2014/tmf.yaml", status_file("TMF") + f"# Kontakt {CPR}\n", "10:11+11"),
        ("2014/tmf.yaml", status_file("TMF").encode("utf-16") + f"# {CPR}\n".encode("utf-16-le"), "10:3+11"),
        ("2014/tmf.yaml", (status_file("TMF") + f"# på {CPR}\n").encode("cp1252"), "10:6+11"),
        ("2014/tmf.yaml", f"tekst: 'ikke sluttet\n# {CPR}\n", "2:3+11"),
        ("2014/tekster/groen.md", f"Grøn.\n\nSkriv til {CPR}.\n", "3:11+11"),
        ("2014/bilag/noter.txt", f"{CPR}\n", "1:1+11"),
        ("2014/bilag/ansøgninger.csv", f"nr;navn\n1;på {CPR}\n".encode("cp1252"), "2:6+11"),
        ("2014/bilag/data.yaml", f"a: {CPR}\nb: 'ikke sluttet\n", "1:4+11"),
        ("2014/noter.yml", f"# {CPR}\n", "1:3+11"),
        ("2014/foelgenotat.yaml", f"til: {CPR}\n", "1:6+11"),
        ("kommune.yaml", KOMMUNE + f"# {CPR}\n", "16:3+11"),
        ("gammel.yaml", f"# {CPR}\n", "1:3+11"),
        ("politik/ny.yaml", f"titel: Ny\n# {CPR}\n", "2:3+11"),
    ],
)
def test_personal_data(name: str, content: str | bytes, place: str, loaded: Loaded) -> None:
    """A CPR number is found in every text that is read, comments too, and is masked from the start."""
    samling = loaded({name: content})
    (line,) = (line for line in found(samling) if "FR901" in line)
    assert line.startswith(f"{name} {place} {FOUND_CPR}")
    assert not any("5000" in problem.message for problem in samling.problems)
    assert not any("5000" in source.text for source in samling.sources.values())


def test_personal_data_in_a_file_that_is_no_text(loaded: Loaded) -> None:
    """A number is found even where the file cannot be shown."""
    samling = loaded({"2014/tmf.yaml": b"%PDF-1.7\n(" + CPR.encode() + b")\n"})
    assert [line.split(" ")[2] for line in found(samling)] == ["FR004", "FR901"]


def test_a_policy_goes_by_its_name_however_it_is_spelt(loaded: Loaded) -> None:
    """As an indsats is, a policy is found by other letters, and by nothing where no name is given."""
    samling = loaded({"politik/frivillighed-paa-vej.yaml": "titel: På vej\n"})
    assert samling.politikfil("Frivillighed på vej") == samling.politikker[0]
    assert samling.politikfil(None) is None
