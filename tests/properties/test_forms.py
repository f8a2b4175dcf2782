"""Whatever a status file holds, its form points at what was typed, and writing there changes nothing else."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frivilligrapport.formular.answering import answer
from frivilligrapport.reading.repair.draft import draft_from_text, meaning_of
from frivilligrapport.rendering.yaml_text import Block, Group, Listing, YamlField, to_yaml
from properties.test_any_bytes import PIECES
from support.folders.examples import KOMMUNE, TMF
from support.forms import below, fields, filled, parts, shown, shown_if_read, with_edit, with_snippet, written_value
from support.laws import tried
from support.texts.damages import DAMAGES

Json = dict[str, Any]
LETTERS = "aåÆø1 9:#-?,[]{}&*!|>%@`'\"\\~=.()<+;»«§/é\n\U0001f333"
texts = st.text(st.sampled_from(LETTERS), min_size=1).map(str.strip).filter(bool)


def assert_points_at_what_was_typed(text: str) -> Json | None:
    """Read each field's characters as its value."""
    form = shown_if_read(text)
    for field in fields(form) if form else ():
        if field["start"] >= 0 and not field.get("låst") and form and form["om"][field["om"]]["slags"] != "nøgle":
            assert written_value(text, field) == field["værdi"], field
    return form


@st.composite
def files(draw: st.DrawFn) -> str:
    """Draw a status file with texts of any kind, in lists, on one line and below a `|`."""
    section = Group((YamlField("overskrift", draw(texts)), YamlField("tekst", Block(draw(texts)))))
    words = tuple(draw(st.lists(texts, min_size=1, max_size=4)))
    effort = [YamlField("id", "a"), YamlField("navn", draw(texts)), YamlField("målgrupper", words)]
    effort += [YamlField("effekt", draw(texts)), YamlField("tal", Group((YamlField("frivillige", draw(texts)),)))]
    fields_of_file = (
        YamlField("forvaltning", "TMF"),
        YamlField("status", Listing((section, section))),
        YamlField("indsatser", Listing((Group(tuple(effort)),))),
    )
    text = to_yaml(fields_of_file)
    return "\ufeff" + text.replace("\n", "\r\n") if draw(st.booleans()) else text


@given(files())
@tried(60)
def test_texts_of_any_kind(text: str) -> None:
    """The characters of each field are its value, whatever it holds."""
    assert assert_points_at_what_was_typed(text) or shown_if_read(text) is None


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@tried(200)
def test_any_pieces(text: str) -> None:
    """No text crashes the form, and what it points at is there."""
    assert_points_at_what_was_typed(text)


@pytest.mark.parametrize("name", [*DAMAGES])
def test_damages(name: str) -> None:
    """Nor does a file that was damaged, as editors and people do it; the answer is there, with or without a form."""
    text = DAMAGES[name](TMF, 1).decode(errors="replace")
    assert_points_at_what_was_typed(text)
    asked = {"nr": 1, "gør": "se", "sti": "indberetninger/2014/tmf.yaml", "tekst": text}
    found = json.loads(answer(json.dumps({**asked, "filer": {"indberetninger/kommune.yaml": KOMMUNE}})))
    assert found["visning"] or found["fund"]


@given(files(), st.data())
@pytest.mark.full
@tried(60)
def test_edits_of_any_file(text: str, data: st.DataObject) -> None:
    """One field written over says that and all else as before; what is added and removed leaves a file to be read."""
    form = shown_if_read(text)
    written = [one for one in fields(form) if one["felt"] == "effekt" and one["start"] >= 0] if form else []
    for field in written:
        after = shown(filled(text, field, "uoplyst"))
        said = {one["sti"]: one["værdi"] for one in fields(after)}
        assert said == {one["sti"]: one["værdi"] for one in fields(form)} | {field["sti"]: "uoplyst"} if form else {}
    adding = [one for one in parts(form) if one.get("tilføj")] if form else []
    if adding:
        one = data.draw(st.sampled_from(adding))
        assert len([*below(shown(with_snippet(text, one["tilføj"]))["dele"])]) > len([*parts(form)]) - 1 if form else 0
    removable = [one for one in parts(form) if one.get("fjern")] if form else []
    if removable:
        one = data.draw(st.sampled_from(removable))
        tree = draft_from_text(with_edit(text, *one["fjern"]).removeprefix("\ufeff")).parsing.tree
        assert meaning_of(tree) != "?"
