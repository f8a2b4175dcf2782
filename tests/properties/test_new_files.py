"""A new file holds what the old one held, whatever people have written in it."""

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from frivilligrapport.collection.earlier_files import newest_earlier_files
from frivilligrapport.collection.loader import load
from frivilligrapport.documents.new_file.before import Start
from frivilligrapport.documents.new_file.whole import new_file
from frivilligrapport.models.lister import TILSTAND
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.problems import Severity
from frivilligrapport.rendering.yaml_text import Group, Listing, YamlField, to_yaml
from frivilligrapport.rules.run import examine
from support.folders.work_folder import HEAD, RAPPORT, write_folder
from support.laws import tried

LETTERS = "aåÆø1 9:#-?,[]{}&*!|>%@`'\"\\~=.()<+;»«§/é\n\U0001f333"
texts = st.text(st.sampled_from(LETTERS), min_size=1).map(str.strip).filter(bool)
GOING_ON = [state for state in TILSTAND if state not in {"afholdt", "ophørt", "aflyst"}]
LINES = {"kaldes_også": texts, "målgrupper": texts, "partnere": texts}


@st.composite
def some_indsatser(draw: st.DrawFn) -> tuple[Group, ...]:
    """Draw indsatser that go on, with texts of any kind."""
    names = draw(st.lists(st.sampled_from("abcde"), unique=True, min_size=1))
    made = []
    for name in names:
        fields = [
            YamlField("id", name),
            YamlField("navn", draw(texts)),
            YamlField("tilstand", draw(st.sampled_from(GOING_ON))),
        ]
        fields += [YamlField(one, tuple(draw(st.lists(text, min_size=1, max_size=3)))) for one, text in LINES.items()]
        fields += [YamlField("beskrivelse", draw(texts)), YamlField("hører_til", names[0])][
            : 2 if name != names[0] else 1
        ]
        figure = YamlField("gæster", Group((YamlField("antal", "ca. 15"), YamlField("bemærkning", draw(texts)))))
        made.append(Group((*fields, YamlField("tal", Group((figure,))))))
    return tuple(made)


def kept(statusfil: Statusfil) -> list[tuple[object, ...]]:
    """Give what must be the same from year to year."""
    return [
        (one.id, one.navn, one.tilstand, one.maalgrupper, one.partnere, one.kaldes_ogsaa, one.hoerer_til)
        for one in statusfil.indsatser
    ]


@tried(60)
@given(some_indsatser(), texts, texts)
def test_what_goes_on_is_read_back_and_there_are_no_errors(found: tuple[Group, ...], role: str, gap: str) -> None:
    """Ids, names, partners and the rest come back letter by letter, and the new file is at once a valid draft."""
    more = (
        YamlField("kontakt", Group((YamlField("funktion", role),))),
        YamlField("indsatser", Listing(found)),
        YamlField("mangler", Listing((Group((YamlField("hvor", "a"), YamlField("hvad", gap))),))),
    )
    old = HEAD.format(name="TMF", year=2014) + to_yaml(more)
    report = RAPPORT.replace("2014", "2015")
    with tempfile.TemporaryDirectory() as folder:
        root = write_folder(Path(folder), {"2014/tmf.yaml": old, "2015/rapport.yaml": report})
        samling = load(root)
        unit = samling.forvaltninger(2015)[0]
        before = newest_earlier_files(samling, unit, 2015)
        assert before is not None
        made = new_file(Start(samling, unit, 2015, before))
        write_folder(root, {"2014/tmf.yaml": old, "2015/tmf.yaml": made.text})
        again = load(root)
        errors = [
            one
            for one in examine(again).touching(("indberetninger/2015/tmf.yaml",)).open
            if one.severity is Severity.FEJL
        ]
    assert errors == []
    (old_file,) = before.statusfiler
    aargang = again.aargang(2015)
    delivery = aargang.indberetning("tmf") if aargang else None
    assert delivery is not None
    assert delivery.statusfil is not None
    assert kept(delivery.statusfil) == kept(old_file)
    assert delivery.statusfil.kontakt is not None
    assert old_file.kontakt is not None
    assert delivery.statusfil.kontakt.funktion == old_file.kontakt.funktion
    assert made.todos == sum(line.count("# UDFYLD: ") for line in made.text.splitlines())
