"""Files that do not belong where they lie."""

from collections.abc import Callable, Mapping

import pytest

from frivilligrapport.collection.values import Samling, Stray
from support.folders.work_folder import KOMMUNE
from support.texts.model_text import found

Loaded = Callable[[Mapping[str, str | bytes]], Samling]
CPR = "010199-5000"


@pytest.mark.parametrize(
    ("name", "content", "forvaltning"),
    [
        ("TMF.yaml", "forvaltning: TMF\n", "TMF"),
        ("tmf.yml", "forvaltning: TMF\n", "TMF"),
        ("teknik.yaml", "Forvaltning: Teknik og Miljø\n", "Teknik og Miljø"),
        ("teknik.YAML", "forvaltning: [TMF]\n", ""),
        ("noter.yaml", "- en liste\n", ""),
        ("noter.yml", "tekst: 'ikke sluttet\n", ""),
        ("noter.yaml", b"\x00\x01", ""),
        ("kommune.yaml", "kommune: Prøvekøbing\n", ""),
        ("foelgenotat.yml", "til: ØU\n", ""),
        ("operationalisering.yaml", "titel: x\n", ""),
        ("tmf.docx", b"PK", ""),
        ("gammel.DOC", b"\xd0\xcf", ""),
        ("tekster/tmf.docx", b"PK", ""),
        ("kladder/tmf.yaml", "forvaltning: TMF\n", "TMF"),
        ("kladder/bilag/tmf.yaml", "forvaltning: TMF\n", "TMF"),
    ],
)
def test_strays(name: str, content: str | bytes, forvaltning: str, loaded: Loaded) -> None:
    """Any other YAML file or Word document in a year is a stray, with what it says of itself, and nothing else."""
    samling = loaded({f"2014/{name}": content})
    stray = Stray(f"indberetninger/2014/{name}", name.rsplit("/", 1)[-1], forvaltning)
    assert samling.aargange[0].strays == (stray,)
    assert samling.aargange[0].indberetninger == ()
    assert found(samling) == []


@pytest.mark.parametrize(
    "name", ["tmf.yaml", "kommune.yml", "2014 kopi/tmf.yaml", "14/tmf.docx", "arkiv/2014/tmf.yaml"]
)
def test_strays_outside_the_years(name: str, loaded: Loaded) -> None:
    """A file in no year's folder vanishes no more than another."""
    samling = loaded({name: "forvaltning: TMF\n"})
    assert [one.file for one in samling.strays] == [f"indberetninger/{name}"]


@pytest.mark.parametrize(
    "name",
    [
        *(".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep", ".~lock.tmf.docx#", "~$tmf.docx", "~WRL0001.tmp"),
        *("tmf.yaml~", ".tmf.yaml.swp", "#tmf.yaml#", "._tmf.yaml", ".git/tmf.yaml", "bilag/noter.xlsx"),
    ],
)
def test_files_that_are_nobodys(name: str, loaded: Loaded) -> None:
    """What systems and editors leave behind is passed over, and so are the appendices."""
    samling = loaded({f"2014/{name}": "x", name: "x"})
    assert (samling.strays, samling.aargange[0].strays) == ((), ())


@pytest.mark.parametrize(
    "name",
    [
        *(
            "sof.xlsx",
            "sof.odt",
            "sof.pdf",
            "sof.json",
            "sof.yam",
            "sof",
            "sof.md",
            "sof.txt",
            ".sof.yaml",
            "sof.yaml.bak",
        ),
        *("ny/sof.ods", "tekster.zip", "billede.png"),
    ],
)
def test_nothing_in_a_year_vanishes(name: str, loaded: Loaded) -> None:
    """Whatever lies in a year's folder and is not read is named, whatever its ending."""
    samling = loaded({f"2014/{name}": "x"})
    assert [one.file for one in samling.aargange[0].strays] == [f"indberetninger/2014/{name}"]


def test_a_text_that_a_file_names_is_no_stray(loaded: Loaded) -> None:
    """A text may lie anywhere in the year's folder, as long as a file names it."""
    text = "forvaltning: SOF\når: 2014\nstatus:\n  - overskrift: A\n    tekstfil: langt.md\n"
    samling = loaded({"2014/sof.yaml": text, "2014/langt.md": "Langt.\n", "2014/tekster/x.md": "Glemt.\n"})
    assert samling.aargange[0].strays == ()


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("ny.yml", "Kald filen ny.yaml."),
        ("2011/ny.yaml", "Flyt filen til indberetninger/politik/ny.yaml."),
        ("ny.docx", "Skriv indholdet som en fil, der ender på .yaml, eller flyt dokumentet ud af mappen politik."),
    ],
)
def test_strays_among_the_policies(name: str, hint: str, loaded: Loaded) -> None:
    """A policy under another name is told of, since it would not be read."""
    samling = loaded({f"politik/{name}": f"titel: Politik  # {CPR}\n"})
    told_of = f"politik/{name} 1:1+1 FR301 Filen »{name}« hører ikke til her og bliver ikke læst. {hint}"
    assert told_of in found(samling)
    personal = [line.split(" »")[0] for line in found(samling) if "FR901" in line]
    assert personal == ([] if name.endswith("docx") else [f"politik/{name} 1:19+11 FR901"])
    assert (samling.politikker, samling.strays) == ((), ())


def test_a_logo_in_a_year_is_read(loaded: Loaded) -> None:
    """The picture that kommune.yaml names is no stray; a status file named so is one as before."""
    for name in ("logo.svg", "teknik.yaml"):
        register = f"{KOMMUNE}udseende:\n  logo: indberetninger/2014/{name}\n"
        samling = loaded({"kommune.yaml": register, "2014/logo.svg": "<svg/>", "2014/teknik.yaml": "år: 2014\n"})
        assert samling.logo is not None
        assert samling.logo.data
        assert "teknik.yaml" in {one.name for one in samling.aargange[0].strays}
        assert ("logo.svg" in {one.name for one in samling.aargange[0].strays}) == (name != "logo.svg")
