"""libyaml and PyYAML's own Python read alike: the second serves browsers, and Pythons that PyYAML has no wheel for."""

from pathlib import Path

import pytest
import yaml

from frivilligrapport.collection.loader import load_lone
from frivilligrapport.problems import Problem
from frivilligrapport.reading import yaml_events
from frivilligrapport.rules.run import examine
from support.repository import EXAMPLES, REPOSITORY

FILES = sorted([*EXAMPLES.rglob("*.yaml"), *(REPOSITORY / "indberetninger").rglob("*.yaml")])


def found(path: Path) -> tuple[Problem, ...]:
    """Look at a file by itself."""
    return examine(load_lone(path, path.name), in_full=True).open


def assert_alike(paths: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Hold what is found with the one against what is found with the other."""
    first = {path: found(path) for path in paths}
    monkeypatch.setattr(yaml_events, "_LOADER", yaml_events.PureLoader)
    for path, problems in first.items():
        assert found(path) == problems, path


def test_libyaml_is_used_where_it_is_there() -> None:
    """It is ten times as fast."""
    assert yaml_events._LOADER is yaml.CSafeLoader


def test_both_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """In some of the examples."""
    assert_alike(FILES[::50], monkeypatch)


@pytest.mark.full
def test_both_find_the_same_in_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """In every file of the examples and every file that was handed in: place, words and replacement."""
    assert_alike(FILES, monkeypatch)


@pytest.mark.parametrize(
    "signs", ["|\t", "|\t# a", "|-\t", "|2\t", ">\t", "|# a", "|+2", "|2+", "|++", "|22", "|0", "|+0", "|-a", "|"]
)
def test_both_find_the_same_behind_the_sign_of_a_text(
    signs: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever stands on the rest of its line."""
    path = tmp_path / "tmf.yaml"
    path.write_text(
        f"forvaltning: TMF\når: 2014\nperspektiver:\n  tekst: {signs}\n    Hej med dig.\n", encoding="utf-8"
    )
    assert_alike([path], monkeypatch)


@pytest.mark.full
@pytest.mark.parametrize("signs", ["\t", " \t", "\t "])
def test_both_find_the_same_wherever_a_tab_stands(signs: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As when text was copied from a table."""
    text = (
        (EXAMPLES / "skema" / "tekster-i-alle-former.yaml").read_text(encoding="utf-8").split("  - overskrift: To")[0]
    )
    paths = []
    for place in range(len(text)):
        paths.append(tmp_path / f"{place}.yaml")
        paths[-1].write_text(text[:place] + signs + text[place:], encoding="utf-8")
    assert_alike(paths, monkeypatch)
