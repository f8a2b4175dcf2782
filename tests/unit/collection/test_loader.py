"""Work folder to collection: what each file is, and what is found on the way."""

from collections.abc import Callable, Mapping
from pathlib import Path

from frivilligrapport.collection.loader import load, load_lone
from frivilligrapport.collection.values import Samling
from frivilligrapport.models.dokumentfiler.arbejdsprogram import Arbejdsprogram
from frivilligrapport.models.dokumentfiler.foelgenotat import Foelgenotat
from frivilligrapport.models.dokumentfiler.operationalisering import Operationalisering
from support.folders.work_folder import KOMMUNE, status_file, write_folder
from support.texts.model_text import found

Loaded = Callable[[Mapping[str, str | bytes]], Samling]


def test_an_empty_folder(tmp_path: Path) -> None:
    """Without a single file, one finding says what to begin with."""
    (tmp_path / "indberetninger").mkdir()
    samling = load(tmp_path)
    assert (samling.kommune_is_read, samling.aargange, samling.newest_report_year) == (False, (), None)
    assert found(samling) == [
        (
            "kommune.yaml 1:1+1 FR303 Filen kommune.yaml mangler i mappen indberetninger. "
            "Lav filen med kommune:, forvaltninger: og bydele:, eller kopiér den fra et tidligere år."
        )
    ]


HOVED = "hoved:\n  afsender: [Økonomiforvaltningen]\n"


def test_what_each_file_is(loaded: Loaded) -> None:
    """A file is what its name says."""
    samling = loaded(
        {
            "politik/frivillighed.yaml": "titel: Frivillighedspolitik\n",
            "2014/tmf.yaml": status_file("TMF"),
            "2014/oekf.yaml": status_file("ØKF"),
            "2014/foelgenotat.yaml": HOVED,
            "2014/arbejdsprogram.yaml": "titel: Program\når: 2014\n" + HOVED,
            "2014/operationalisering-tmf.yaml": "titel: TMF\nforvaltning: TMF\når: 2014\npunkter: []\n",
            "2014/tekster/groen.md": "Vi passer byens natur.\n",
            "2014/bilag/noter.txt": "Noter.\n",
            "2014/bilag/politik.docx": b"PK",
            "2014/bilag/gammel.yaml": "a: b\n",
            "2014/bilag/billede.png": b"PNG",
            "2013/tmf.yaml": status_file("TMF", year=2013),
        }
    )
    assert found(samling) == []
    assert [str(one.id) for one in samling.forvaltninger(2014)] == ["tmf", "sof", "oekf"]
    assert [one.id for one in samling.politikker] == ["frivillighed"]
    background, year = samling.aargange
    assert (background.aar, background.is_report_year, background.rapport_file) == (2013, False, "")
    assert (year.aar, year.is_report_year, year.folder) == (2014, True, "indberetninger/2014")
    assert [one.forvaltning_id for one in year.indberetninger] == ["oekf", "tmf"]
    assert [(one.id, type(one.indhold)) for one in year.dokumentfiler] == [
        ("arbejdsprogram", Arbejdsprogram),
        ("foelgenotat", Foelgenotat),
        ("operationalisering-tmf", Operationalisering),
    ]
    assert [one.titel for _, one in year.documents(Arbejdsprogram)] == ["Program"]
    assert set(year.texts) == {"tekster/groen.md", "bilag/noter.txt"}
    assert {"bilag/politik.docx", "bilag/billede.png", "rapport.yaml", "tekster/groen.md"} <= year.files
    assert (year.strays, samling.strays) == ((), ())
    assert samling.newest_report_year == 2014


def test_sources(loaded: Loaded) -> None:
    """The text of every file that was read is kept, to quote from."""
    samling = loaded({"2014/tmf.yaml": status_file("TMF"), "2014/tekster/groen.md": "Grøn.\r\n", "2014/x.yml": "a: b"})
    assert samling.sources["indberetninger/2014/tekster/groen.md"].text == "Grøn.\n"
    assert {name.removeprefix("indberetninger/") for name in samling.sources} == {
        "kommune.yaml", "2014/rapport.yaml", "2014/tmf.yaml", "2014/tekster/groen.md", "2014/x.yml",
    }  # fmt: skip


def test_the_register_over_time(loaded: Loaded) -> None:
    """Forvaltninger come and go; the network is none of them."""
    text = KOMMUNE.replace("navn: Socialforvaltningen", "navn: Socialforvaltningen\n    fra: 2007\n    til: 2013")
    samling = loaded({"kommune.yaml": text})
    assert [str(one.id) for one in samling.forvaltninger(2013)] == ["tmf", "sof", "oekf"]
    assert [str(one.id) for one in samling.forvaltninger(2014)] == ["tmf", "oekf"]
    assert [str(one.id) for one in samling.forvaltninger(2006)] == ["tmf", "oekf"]
    network = samling.network(2014)
    assert network is not None
    assert network.forkortelse == "NET"


def test_finding_a_year_and_a_delivery(loaded: Loaded) -> None:
    """Years and deliveries are found by their number and id."""
    samling = loaded({"2014/tmf.yaml": status_file("TMF")})
    aargang = samling.aargang(2014)
    assert aargang is not None
    assert aargang.indberetning("tmf") is aargang.indberetninger[0]
    assert (samling.aargang(2013), aargang.indberetning("sof")) == (None, None)


def test_the_order_of_the_disk_does_not_count(tmp_path: Path) -> None:
    """The same files give the same collection, whichever was written first."""
    files = {"2014/tmf.yaml": status_file("TMF"), "2014/sof.yaml": "- nej\n", "2014/x.yml": "a: b\n"}
    first = load(write_folder(tmp_path / "a", files))
    second = load(write_folder(tmp_path / "b", dict(reversed(files.items()))))
    assert found(first) == found(second)
    assert list(first.sources) == list(second.sources)


def test_a_lone_file(tmp_path: Path) -> None:
    """A file outside any work folder is a delivery of its own year, from whom it says."""
    path = tmp_path / "min fil.yaml"
    path.write_text(status_file("XYZ", "indsatser: 5\n"), encoding="utf-8")
    samling = load_lone(path, "min fil.yaml")
    assert (samling.lone, samling.kommune_is_read) == (True, False)
    assert [line.split(" ")[3] for line in found(samling)] == ["FR104"]
    aargang = samling.aargange[0]
    assert (aargang.aar, aargang.is_report_year) == (2014, False)
    assert aargang.indberetninger[0].statusfil is not None


def test_a_lone_file_that_cannot_be_read(tmp_path: Path) -> None:
    """A lone Word document is told of, without a year."""
    path = tmp_path / "tmf.docx"
    path.write_bytes(b"PK\x03\x04")
    samling = load_lone(path, "tmf.docx")
    assert [line.split(" ")[2] for line in found(samling)] == ["FR004"]
    assert samling.aargange[0].aar == 0
