"""What is wrong is told once, and as much read as can be."""

import pytest

from frivilligrapport.models.kommune import Kommune
from support.texts.model_text import HEAD, I_SMAG_VERDEN, INDSATS, TAL, read_as, statusfil


def test_misspelt_required_key() -> None:
    """A misspelt required key is one finding, and what stands under it is read, with its faults."""
    found = statusfil(INDSATS.replace("tilstand", "tilstant"))
    hint = f"Skriv tilstand {I_SMAG_VERDEN}"
    assert found.told == (f"6:5+8 FR101 Feltet »tilstant« kendes ikke. Mente du »tilstand«? {hint}",)
    assert found.read.indsatser[0].tilstand == "afholdt"


def test_faults_within_a_misspelt_field() -> None:
    """What is wrong below a misspelt field is told at the same time."""
    found = statusfil(INDSATS.replace("indsatser", "indsats").replace("afholdt", "afholt"))
    assert found.told == (
        "3:1+7 FR101 Feltet »indsats« kendes ikke. Mente du »indsatser«? Skriv indsatser.",
        (
            "6:15+6 FR106 »afholt« er ikke en tilstand, programmet kender. Mente du »afholdt«? "
            f"Skriv afholdt {I_SMAG_VERDEN}"
        ),
    )
    assert found.read.indsatser[0].navn == "Smag Verden"


def test_two_keys_near_the_same_field() -> None:
    """Of two keys near the same field the first is read as it, and neither is passed over."""
    found = statusfil(INDSATS + "    målgruper: [borgere]\n    målgrupp: [unge]\n")
    assert [line.split(".")[0] for line in found.told] == [
        "7:5+9 FR101 Feltet »målgruper« kendes ikke",
        "8:5+8 FR101 Feltet »målgrupp« kendes ikke",
    ]
    assert found.read.indsatser[0].maalgrupper == ("borgere",)


def test_missing_required_fields() -> None:
    """An indsats that lacks fields stays, as uoplyst; the id that its name gives is offered."""
    found = statusfil(HEAD + "indsatser:\n  - navn: Smag Verden\n  - id: kajak\n    tilstand: afholdt\n")
    words = "afholdt, i gang, i drift, etableret, på vej, planlagt, ophørt, aflyst eller uoplyst"
    assert found.told == (
        f"4:5+1 FR102 Feltet »id« mangler. Skriv id: smag-verden {I_SMAG_VERDEN}",
        f"4:5+1 FR102 Feltet »tilstand« mangler. Skriv tilstand: og et af ordene {words} {I_SMAG_VERDEN}",
        "5:5+1 FR102 Feltet »navn« mangler. Skriv navn: og en værdi (i indsatsen »kajak«).",
    )
    first, second = found.read.indsatser
    assert (first.id, first.tilstand, second.navn) == ("uoplyst", "uoplyst", "uoplyst")


@pytest.mark.parametrize("value", ["", " ~", ' ""', " '  '", " |\n"])
def test_an_empty_required_field(value: str) -> None:
    """A required field with nothing in it is told as empty, however the nothing is written."""
    found = statusfil(INDSATS.replace(" Smag Verden", value))
    hint = "Skriv navn: og en værdi (i indsatsen »smag-verden«)."
    assert found.told == (f"5:5+4 FR102 Feltet »navn« er tomt. {hint}",)
    assert found.read.indsatser[0].navn == "uoplyst"


@pytest.mark.parametrize("field", ["id", "tilstand"])
def test_an_empty_word(field: str) -> None:
    """An id or a word from a list is empty too when only the quotes are there."""
    text = INDSATS.replace("id: smag-verden", 'id: ""') if field == "id" else INDSATS.replace("afholdt", '""')
    found = statusfil(text)
    assert [line.split(" Skriv")[0].split(" ", 1)[1] for line in found.told] == [f"FR102 Feltet »{field}« er tomt."]


def test_an_empty_optional_field() -> None:
    """An optional field left empty is as if it were not there."""
    found = statusfil(INDSATS + "    effekt:\n    målgrupper:\n    tal:\n")
    assert found.told == ()
    assert found.read.indsatser[0].effekt is None


def test_an_empty_item() -> None:
    """A hyphen with nothing after it is told and underlined, and the others stay."""
    found = statusfil(INDSATS + "    målgrupper:\n      - borgere\n      -\n      - unge\n")
    hint = f"Skriv noget, eller slet bindestregen {I_SMAG_VERDEN}"
    assert found.told == (f"9:7+1 FR102 Et punkt under »målgrupper« er tomt. {hint}",)
    assert found.read.indsatser[0].maalgrupper == ("borgere", "unge")


def test_several_faults_in_several_indsatser() -> None:
    """Each fault is told, once, and none of them costs another indsats."""
    found = statusfil(
        HEAD + "indsatser:\n"
        "  - id: Kajak Dag\n    navn: [Kajakdagen]\n    tilstand: afholt\n    tema: grøn\n"
        "  - id: gadefest\n    navn: Gadefest\n    tilstand: afholdt\n    periode: 32. marts 2014\n"
        "  - id: kor\n    navn: Kor\n    tilstand: i drift\n"
    )
    kajak = "(i indsatsen »Kajak Dag«)."
    assert found.told == (
        f"4:9+9 FR109 »Kajak Dag« kan ikke bruges som id. Skriv kajak-dag {kajak}",
        (f'5:11+12 FR103 Feltet »navn« skal have én værdi, men her står en liste. Skriv "Kajakdagen" {kajak}'),
        f"6:15+6 FR106 »afholt« er ikke en tilstand, programmet kender. Mente du »afholdt«? Skriv afholdt {kajak}",
        f"7:11+4 FR104 Feltet »tema« skal være en liste. Skriv [grøn] {kajak}",
        (
            "11:14+14 FR223 »32. marts 2014« findes ikke i kalenderen. "
            "Skriv en dag, der findes: marts 2014 har 31 dage (i indsatsen »Gadefest«)."
        ),
    )
    assert [str(one.id) for one in found.read.indsatser] == ["kajak-dag", "gadefest", "kor"]
    assert [str(one.tilstand) for one in found.read.indsatser] == ["uoplyst", "afholdt", "i drift"]


def test_an_item_that_cannot_be_read() -> None:
    """An item that is no indsats is left out, and the others keep their numbers in what is said of them."""
    found = statusfil(HEAD + "indsatser:\n  - Gadefest\n  -\n  - tilstant: afholt\n")
    assert found.told == (
        "4:5+8 FR105 Under »indsatser« skal der stå felter, hvert med navn, kolon og værdi. Skriv - id: …",
        "5:3+1 FR102 Et punkt under »indsatser« er tomt. Skriv noget, eller slet bindestregen.",
        "6:5+1 FR102 Feltet »id« mangler. Skriv id: og en værdi (i den 3. indsats).",
        "6:5+1 FR102 Feltet »navn« mangler. Skriv navn: og en værdi (i den 3. indsats).",
        "6:5+8 FR101 Feltet »tilstant« kendes ikke. Mente du »tilstand«? Skriv tilstand (i den 3. indsats).",
        (
            "6:15+6 FR106 »afholt« er ikke en tilstand, programmet kender. Mente du »afholdt«? "
            "Skriv afholdt (i den 3. indsats)."
        ),
    )
    assert len(found.read.indsatser) == 1


def test_what_has_been_told_by_the_reader_of_the_file() -> None:
    """A place that was refused as it was read gets no second finding."""
    found = statusfil(INDSATS.replace("Smag Verden", "*navn") + "    tema: *temaer\n    målgrupper: [*a, unge]\n")
    assert [line.split(" ")[1] for line in found.told] == ["FR011", "FR011", "FR011"]
    assert found.read.indsatser[0].maalgrupper == ("unge",)


def test_a_unit_whose_kind_is_not_on_the_list() -> None:
    """What cannot be mended is left out with all that it is part of, and told once."""
    found = read_as(
        Kommune,
        "kommune: Prøvekøbing\nforvaltninger: []\nenheder:\n"
        "  - enhed: katte\n    art: dyr\n    ental: kat\n    definition: Katte.\n"
        "  - enhed: haver\n    art: steder\n    ental: have\n    definition: Haver.\n",
    )
    assert [line.split(" er ")[0] for line in found.told] == ["5:10+3 FR106 »dyr«"]
    assert [str(one.enhed) for one in found.read.enheder] == ["haver"]


def test_words_between_commas() -> None:
    """The words are read as the list that was meant, each at its place."""
    found = statusfil(INDSATS + "    frivilligtype: rådsmedlem, eventfrivilig\n")
    assert found.told == (
        (f"7:20+25 FR104 Feltet »frivilligtype« skal være en liste. Skriv [rådsmedlem, eventfrivilig] {I_SMAG_VERDEN}"),
        (
            "7:32+13 FR106 »eventfrivilig« er ikke en frivilligtype, programmet kender. Mente du »eventfrivillig«? "
            f"Skriv eventfrivillig {I_SMAG_VERDEN}"
        ),
    )
    assert found.read.indsatser[0].frivilligtype == ("rådsmedlem",)


def test_the_only_item_without_its_hyphen() -> None:
    """One group where a list is meant is read as its only item, with its faults."""
    found = statusfil(HEAD + "indsatser:\n  id: kor\n  navn: Kor\n  tilstand: i drft\n")
    assert [line.split(" ")[1] for line in found.told] == ["FR104", "FR106"]
    assert [str(one.id) for one in found.read.indsatser] == ["kor"]


def test_figures_with_hyphens_are_read() -> None:
    """Figures written as a list are read all the same, so that their own faults are told."""
    found = statusfil(TAL + "      - gæster: 200\n      - frivillige: 20-30.000\n")
    assert [line.split(" ")[1] for line in found.told] == ["FR105", "FR201"]
    assert [one.enhed for one in found.read.indsatser[0].tal] == ["gæster", "frivillige"]


@pytest.mark.parametrize("items", ["- gæster: 1\n      - gæster: 2", "- gæster: 1\n      - 2", "- [1]"])
def test_a_list_that_is_no_group(items: str) -> None:
    """Where it is not clear what was meant, nothing is read."""
    found = statusfil(TAL + f"      {items}\n")
    assert [line.split(" ")[1] for line in found.told] == ["FR105"]
    assert found.read.indsatser[0].tal == ()
