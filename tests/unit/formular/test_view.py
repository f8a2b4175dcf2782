"""The form of a status file: its values stand where it says, and what it adds and removes touches nothing else."""

import json
import re
from collections.abc import Iterator
from functools import cache

import pytest
import yaml

from frivilligrapport.collection.earlier_files import newest_earlier_files
from frivilligrapport.collection.loader import load
from frivilligrapport.danish import fold_ascii
from frivilligrapport.documents.new_file.before import Start
from frivilligrapport.documents.new_file.whole import new_file
from frivilligrapport.formular.answering import answer
from frivilligrapport.formular.view import known_from
from frivilligrapport.reading import yaml_events
from frivilligrapport.reading.repair.draft import draft_from_text, meaning_of
from support.forms import (
    Json,
    at,
    cut_out,
    fields,
    filled,
    held_again,
    parts,
    shown,
    shown_if_read,
    with_edit,
    with_snippet,
    written_value,
)
from support.repository import REPOSITORY

REAL = sorted((REPOSITORY / "indberetninger").glob("20*/*f.yaml"))
EVERY = sorted(path for name in ("indberetninger", "tests/eksempler") for path in (REPOSITORY / name).rglob("*.yaml"))
SPELLINGS = """\
Forvaltning: SUF
"år": 2014
kontakt:
    funktion:   leder af  # huskes
    Postkasse: >-
      post@kk.dk

STATUS:
- overskrift: 'It''s 🌳'
  tekst: |+
      Først 🌳.

      Så.


  indsatser:
  - a
  # her
  - b
-
  overskrift: "To"
  tekst: en tekst over
    flere linjer
perspektiver: uoplyst   # UDFYLD: se eksemplet
indsatser:
  - id: a
    navn: |2
        Et navn
    målgrupper: [børn,
      unge]
    Kaldes også:
    - A
    - 'B: b'
    tema: grøn
    tal:
      frivillige: 15  # UDFYLD: antal
      møder (board):
        antal: ca. 20
    tilstand: ~
    beskrivelse: |  # husk UDFYLD: hvad det er
    steder: []
    effekt:
  # Afholdt i 2013.
  # - id: fest
  #   navn: Fest
  #   tilstand: afholdt
# ikke med
ukendt: {a: b}
filstatus:  # klar?
"""


def _texts() -> Iterator[tuple[str, str]]:
    for path in EVERY:
        text = path.read_bytes().decode(errors="replace")
        yield path.relative_to(REPOSITORY).as_posix(), text


@cache
def new_files() -> dict[str, str]:
    """Make next year's file for everybody."""
    samling = load(REPOSITORY)
    units = samling.forvaltninger(2015)
    starts = (Start(samling, one, 2015, newest_earlier_files(samling, one, 2015)) for one in units)
    return {str(one.forvaltning.forkortelse): new_file(one).text for one in starts}


def _odd(text: str) -> str:
    """Give a text as another system may have saved it: with a byte order mark, CRLF and å in two parts."""
    return "\ufeff" + text.replace("å", "a\u030a").replace("\n", "\r\n")


def _cases() -> list[object]:
    real = (REPOSITORY / "indberetninger/2014/suf.yaml").read_text()
    quick = [pytest.param(SPELLINGS, id="stavet"), pytest.param(_odd(SPELLINGS).rstrip(), id="anderledes")]
    return [*quick, pytest.param(real, id="suf", marks=pytest.mark.full)]


CASES = pytest.mark.parametrize("text", _cases())


def _values_hold(text: str) -> None:
    form = shown(text)
    for field in fields(form):
        if field["start"] >= 0 and not field.get("låst") and not field["om"].endswith("enhed_og_maerke"):
            assert written_value(text, field) == field["værdi"], (field["sti"], field)
        points = [{"start": one[0], "slut": one[1], "værdi": ""} for one in field.get("punkter", [])]
        assert not points or [written_value(text, one) for one in points] == field["værdi"]


@CASES
def test_values(text: str) -> None:
    """The characters of a field, read as YAML, are the value that is shown."""
    _values_hold(text)


def test_values_of_spellings() -> None:
    """Every way to write a value is read."""
    form = shown(SPELLINGS)
    said = {one["sti"]: one["værdi"] for one in fields(form) if one["start"] >= 0}
    assert said["kontakt/postkasse"] == "post@kk.dk"
    assert said["status/1/overskrift"] == "It's 🌳"
    assert said["status/1/tekst"] == "Først 🌳.\n\nSå."
    assert said["status/1/indsatser"] == ["a", "b"]
    assert said["status/2/tekst"] == "en tekst over flere linjer"
    assert said["indsatser/a/kaldes_ogsaa"] == ["A", "B: b"]
    assert said["indsatser/a/tema"] == ["grøn"]
    assert said["indsatser/a/tal/frivillige/antal"] == "15"
    assert said["indsatser/a/tilstand"] == ""


@pytest.mark.full
def test_values_everywhere() -> None:
    """So it is in every file that can be read, also when it was saved on another system."""
    for name, text in _texts():
        for one in (text, _odd(text)):
            form = shown_if_read(one)
            if form:
                _values_hold(one)
                assert name


def test_a_list_with_a_line_for_each() -> None:
    """One of its words can be cut with its line, and a remark between them stays."""
    (_, second) = at(shown(SPELLINGS), "status/1/indsatser")["punkter"]
    assert cut_out(SPELLINGS, second[0], second[1]) == "b"
    assert "  - a\n  # her\n-\n" in with_edit(SPELLINGS, *second[2:])


def test_keys_are_unique() -> None:
    """No two parts of a form have the same key, but for the answers."""
    keys = [one["sti"] for one in parts(shown(SPELLINGS)) if one["sti"] != "svar"]
    assert len(keys) == len(set(keys))


def _additions_hold(text: str) -> None:
    form = shown(text)
    for one in parts(form):
        if not one.get("tilføj"):
            continue
        adding = one["tilføj"]
        after = shown(with_snippet(text, adding))
        there = at(after, one["sti"])
        groups = [child for child in there["børn"] if child["type"] == "gruppe"] if one["type"] == "liste" else [there]
        before = [child for child in one["børn"] if child["type"] == "gruppe"]
        assert len(groups) == len(before) + 1, one["sti"]
        template = form["skabeloner"][adding["visning"]]
        moved = _places(template, adding["ved"] + adding["forskud"])
        found = [_places(group, 0) for group in groups]
        assert moved in found, (one["sti"], moved, found)


def _places(group: Json, by: int) -> list[object]:
    named = [one for one in [group, *_inside(group)] if one.get("start", -1) >= 0]
    return [(one["felt"], one.get("værdi"), one["start"] + by) for one in named if one["type"] == "felt"]


def _inside(group: Json) -> Iterator[Json]:
    for one in group.get("børn", []):
        yield one
        yield from _inside(one)


@CASES
def test_additions(text: str) -> None:
    """What may be added can be put in, is shown as a new group, and stands where its own view says."""
    _additions_hold(text)


def test_a_new_part_stands_apart_where_parts_do() -> None:
    """A blank line comes before it in a file that has them between its parts, and in no other."""
    text = "forvaltning: TMF\når: 2015\n\nforslag: ingen\n\nfilstatus: udkast\n"
    for spelled, before in (
        (text, "\n\n"),
        (text.replace("\n", "\r\n"), "\r\n\r\n"),
        (text.replace("\n\n", "\n"), "\n"),
    ):
        after = with_snippet(spelled, at(shown(spelled), "historier")["tilføj"])
        assert f"forslag: ingen{before}historier:" in after


@CASES
def test_missing_fields(text: str) -> None:
    """A field that is not in the text can be put in, and is read back."""
    form = shown(text)
    for field in fields(form):
        if field["mangler"]:
            typed, value = ("[x]", ["x"]) if isinstance(field["værdi"], list) else ("uoplyst", "uoplyst")
            after = shown(filled(text, field, typed))
            if field["sti"] != "svar":
                assert at(after, field["sti"])["værdi"] == value, field["sti"]


@CASES
def test_values_written_over(text: str) -> None:
    """A value is written over in every way that it was typed, and nothing else is said otherwise."""
    form = shown(text)
    held = {one["sti"]: one["værdi"] for one in fields(form)}
    for field in fields(form):
        is_named = field["felt"] in {"id", "svar"} or form["om"][field["om"]]["slags"] == "nøgle"  # names others
        if field["start"] >= 0 and not is_named:
            typed, value = ("[x]", ["x"]) if isinstance(field["værdi"], list) else ("uoplyst", "uoplyst")
            after = {one["sti"]: one["værdi"] for one in fields(shown(filled(text, field, typed)))}
            assert after == held | {field["sti"]: value}, field["sti"]


def test_where_a_missing_field_goes() -> None:
    """A field is put below the one that it comes after, and those that come after it stay below."""
    form = shown(SPELLINGS)
    text = filled(SPELLINGS, at(form, "indsatser/a/effekt"), "Mere liv.")
    text = filled(text, at(shown(text), "indsatser/a/art"), "tilbud")
    assert "    tilstand: ~\n    art: tilbud\n    beskrivelse:" in text
    assert "    effekt: Mere liv.\n  # Afholdt" in text


@CASES
def test_unknown_numbers(text: str) -> None:
    """Every number, and every empty field, can be written over with »uoplyst«."""
    form = shown(text)
    for field in fields(form):
        is_empty = field["start"] >= 0 and field["værdi"] == ""
        if field["start"] >= 0 and (is_empty or form["om"].get(field["om"], {}).get("slags") == "tal"):
            after = shown(filled(text, field, "uoplyst"))
            assert field["sti"] == "svar" or at(after, field["sti"])["værdi"] == "uoplyst", field


def _removals_hold(text: str) -> None:
    for one in parts(shown(text)):
        if one.get("fjern"):
            after = with_edit(text, *one["fjern"])
            form = shown(after)
            assert after.endswith("\n") is text.endswith("\n")
            gone = cut_out(text, one["start"], one["slut"])
            kept = [line for line in text.splitlines() if line.lstrip().startswith("#") and line not in gone]
            assert [line for line in kept if line not in after.splitlines()] == [], one["sti"]
            there = [child for child in parts(form) if child["sti"] == one["sti"] and child.get("start", -1) >= 0]
            assert not there or _is_numbered(one["sti"]), one["sti"]


def _is_numbered(sti: str) -> bool:
    return re.search(r"/[0-9]+(?:-[0-9]+)?$", sti) is not None


@CASES
def test_removals(text: str) -> None:
    """What is removed is gone, the file can be read, and no remark outside of it is lost."""
    _removals_hold(text)


def test_removal_keeps_all_else() -> None:
    """A file without one of its indsatser says all the rest that it said, byte for byte."""
    text = (REPOSITORY / "indberetninger/2014/suf.yaml").read_text()
    one = at(shown(text), "indsatser/cykling-uden-alder")
    after = with_edit(text, *one["fjern"])
    assert after == text.replace(cut_out(text, one["start"], one["slut"]), "")
    assert "cykling-uden-alder" not in meaning_of(draft_from_text(after.split("\nindsatser:")[1]).parsing.tree)


def test_removal_at_the_end_of_a_file() -> None:
    """A file that ends without a line end still does, and one that is left alone takes its list with it."""
    text = "forslag:\n  - titel: A\n  - titel: B"
    assert with_edit(text, *at(shown(text), "forslag/2")["fjern"]) == "forslag:\n  - titel: A"
    text = "forslag:  # note\n  # om A\n  - titel: A\n"
    assert with_edit(text, *at(shown(text), "forslag/1")["fjern"]) == "forslag: uoplyst  # note\n  # om A\n"
    text = "historier:  # note\n  # om A\n  - titel: A\nforslag: ingen\n"
    assert with_edit(text, *at(shown(text), "historier/1")["fjern"]) == "  # om A\nforslag: ingen\n"


def test_what_a_group_has_alone_is_emptied_and_stays() -> None:
    """Its line is not taken out again, as the group or the number's name would go with it; a field beside others is."""
    form = shown("kontakt:\n  funktion: A\nindsatser:\n  - id: a\n    navn: A\n    tal:\n      frivillige: 15\n")
    staying = {one["sti"] for one in fields(form) if one.get("bliver")}
    assert staying == {"kontakt/funktion", "indsatser/a/tal/frivillige/antal"}


def test_remarks_stay_with_what_they_are_about() -> None:
    """What is put in goes below the remarks of what is above it, and a remark behind a name stays there."""
    text = "kontakt:\n  funktion: A\n  # om kontakt\n# om forslag\nforslag: ingen\n# mere om forslag\n\n# om filen\n"
    form = shown(text)
    assert text[: at(form, "indsatser")["tilføj"]["ved"]].endswith("# om kontakt")
    assert text[: at(form, "mangler")["tilføj"]["ved"]].endswith("# mere om forslag")
    text = "forslag: ingen  # note\nhistorier: []  # h\n"
    form = shown(text)
    assert with_snippet(text, at(form, "forslag")["tilføj"]).startswith("forslag:  # note\n  - titel:\nhistorier")
    assert "historier:  # h\n  - titel:" in with_snippet(text, at(form, "historier")["tilføj"])


def test_marks() -> None:
    """What UDFYLD asks is told, and cutting the mark leaves the line without it."""
    text = new_files()["SUF"]
    form = shown(text)
    field = at(form, "indsatser/cykling-uden-alder/tal/plejecentre/antal")
    assert field["spørgsmål"] == "antal plejecentre i 2015"
    assert "        antal: uoplyst\n        forrige_år: 44\n" in with_edit(text, *field["mærke"])
    marked = [one for one in parts(form) if one.get("mærke")]
    assert len(marked) >= text.count("# UDFYLD")
    asked = at(shown(SPELLINGS), "indsatser/a/beskrivelse")
    assert asked["spørgsmål"] == "hvad det er"
    assert "    beskrivelse: |  # husk \n" in with_edit(SPELLINGS, *asked["mærke"])
    assert cut_out(SPELLINGS, asked["start"], asked["slut"]) == "|"


def test_last_years_answers() -> None:
    """A figure stands beside last year's, and a text beside what was written under the same heading."""
    samling = load(REPOSITORY)
    unit = next(one for one in samling.forvaltninger(2015) if one.forkortelse == "SUF")
    form = shown(new_files()["SUF"], known_from(samling, 2015, newest_earlier_files(samling, unit, 2015)))
    assert at(form, "indsatser/cykling-uden-alder/tal/plejecentre/antal")["sidst"] == "44"
    assert at(form, "indsatser/cykling-uden-alder/tilstand")["sidst"] == "i drift"
    text = next(one for one in fields(form) if one["sti"] == "status/1/tekst")["sidst"]
    assert text.startswith("Sundheds- og Omsorgsforvaltningen arbejder tæt på")
    assert form["aar_før"] == 2014
    about = next(one for one in fields(form) if one["sti"] == "status/1/indsatser")["sidst"]
    assert about == "Samarbejde med frivillige organisationer på ældreområdet og Cykling uden Alder"
    assert at(form, "indsatser/cykling-uden-alder/effekt")["sidst"].startswith("Beboerne møder byen igen")
    assert "ældre" in form["om"]["Indsats.tema"]["forslag"]
    assert "cykling-uden-alder" in form["om"]["Mangel.hvor"]["forslag"]


def test_held_events() -> None:
    """Last year's events are offered, and one that is taken in is an indsats like the others."""
    for text in (*new_files().values(), SPELLINGS, _odd(SPELLINGS)):
        form = shown(text)
        for event in [one for one in parts(form) if one["type"] == "afholdt"]:
            after = at(shown(held_again(text, event)), "indsatser")
            titles = [one["titel"] for one in after["børn"] if one["type"] == "gruppe"]
            assert event["navn"] in titles
            left = [one["navn"] for one in after["børn"] if one["type"] == "afholdt"]
            assert event["navn"] not in left


ONLY_HELD = """\
indsatser: uoplyst  # UDFYLD: se eksemplet
  # Afholdt i 2014.
  # - id: dag
  #   navn: Dag
  #   tilstand: afholdt

  # - id: fest
  #   navn: Fest
  #   tilstand: afholdt
forslag: ingen
"""


def test_an_event_in_place_of_an_answer() -> None:
    """Where a word stands instead of a list, the word goes when an event is taken in."""
    (first, second) = [one for one in parts(shown(ONLY_HELD)) if one["type"] == "afholdt"]
    assert held_again(ONLY_HELD, second) == ONLY_HELD.replace(" uoplyst  # UDFYLD: se eksemplet", "").replace(
        "  # - id: fest\n  #   navn: Fest\n  #   tilstand", "  - id: fest\n    navn: Fest\n    tilstand"
    )
    again = at(shown(held_again(ONLY_HELD, first)), "indsatser")
    assert [one["titel"] for one in again["børn"] if one["type"] == "gruppe"] == ["Dag"]


@pytest.mark.full
def test_a_file_with_every_event_taken_in_is_valid() -> None:
    """Whatever was held again, the command line finds no error in the file."""
    filer = {
        f"indberetninger/{name}": (REPOSITORY / "indberetninger" / name).read_text()
        for name in ("kommune.yaml", *(f"2014/{path.name}" for path in REAL if path.parent.name == "2014"))
    }
    for name, new in new_files().items():
        text, sti = new, f"indberetninger/2015/{fold_ascii(name.lower())}.yaml"
        while events := [one for one in parts(shown(text)) if one["type"] == "afholdt"]:
            text = held_again(text, events[0])
        asked = json.dumps({"nr": 1, "gør": "se", "sti": sti, "filer": filer, "tekst": text})
        found = json.loads(answer(asked))
        assert found["visning"], name
        assert [one for one in found["fund"] if one["alvor"] == "fejl"] == [], name


@pytest.mark.full
@pytest.mark.parametrize("name", [path.name for path in REAL])
def test_edits_of_real_files(name: str) -> None:
    """A year's real files take every edit, also when they were saved on another system."""
    text = _odd(next(path for path in REAL if path.name == name).read_text())
    _additions_hold(text)
    _removals_hold(text)


@pytest.mark.full
def test_edits_of_new_files() -> None:
    """So do the files that `new` makes."""
    for text in new_files().values():
        _values_hold(text)
        _additions_hold(text)
        _removals_hold(text)


def test_the_same_without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML's own Python, which reads in a browser, puts everything in the same place."""
    texts = (SPELLINGS, _odd(SPELLINGS), new_files()["SUF"])
    forms = [shown(text) for text in texts]
    monkeypatch.setattr(yaml_events, "_LOADER", yaml.SafeLoader)
    assert [shown(text) for text in texts] == forms


def test_unreadable() -> None:
    """A file that cannot be read has no form."""
    assert shown_if_read("a: [b\nc: d") is None
    assert shown_if_read("- a") is None
    assert shown_if_read("") is None


@pytest.mark.parametrize("typed", ["navn: {a: b}", "navn: [a, b]", "navn:\n      a: b", "tal: 15", "steder: [a, b]"])
def test_locked(typed: str) -> None:
    """What stands in another shape than its field's is shown as it stands, and is not to be written over."""
    text = f"indsatser:\n  - id: a\n    {typed}\n    tilstand: afholdt\n"
    form = shown(text)
    (locked,) = [one for one in parts(form) if one.get("låst")]
    assert cut_out(text, locked["start"], locked["slut"]) == locked["værdi"]
    assert at(form, "indsatser/a/tilstand")["værdi"] == "afholdt"


def test_help_is_for_a_form() -> None:
    """What is told of a field tells what it is, and not how it is typed in a file."""
    for name, one in shown(SPELLINGS)["om"].items():
        assert re.search(r"kolon|\[|\||rykket", one["hjælp"]) is None, name
        assert one["navn"][:1].isupper(), name
