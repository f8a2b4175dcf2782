"""What the reading is told of a kind of file's fields follows from their declarations."""

from frivilligrapport.models.fields.names import names_of
from frivilligrapport.models.kommune import Kommune
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.reading.field_names import NO_NAMES, Holds

STATUSFIL = names_of(Statusfil)


def test_a_name_holds_what_its_fields_do() -> None:
    """A name that stands in several groups holds what any of its fields holds, however it is spelled."""
    assert STATUSFIL.holds("Målgrupper", Holds.LIST)
    assert STATUSFIL.holds("tekst", Holds.PROSE)
    assert STATUSFIL.holds("tal", Holds.GROUP)
    assert STATUSFIL.holds("hører til", Holds.ID)
    assert STATUSFIL.holds("indsatser", Holds.LIST)
    assert STATUSFIL.holds("indsatser", Holds.GROUPS)
    assert not STATUSFIL.holds("navn", Holds.LIST)


def test_a_word_or_two() -> None:
    """A field of a word or two is told from one of the writer's own words, also where another has its name."""
    assert STATUSFIL.is_one_word("tilstand")
    assert STATUSFIL.is_one_word("forvaltning")
    assert not STATUSFIL.is_one_word("status")
    assert not STATUSFIL.is_one_word("varighed")


def test_only_words_without_uoplyst() -> None:
    """The words of a field are those that it may hold, where none of them says that nobody knows."""
    assert STATUSFIL.words_of("filstatus") == ("udkast", "klar", "godkendt")
    assert STATUSFIL.words_of("ny_i_år") == ("ja", "nej")
    assert STATUSFIL.words_of("tilstand") == ()
    assert STATUSFIL.name_for("Klar") == "filstatus"


def test_a_kind_of_file_knows_its_own_fields_alone() -> None:
    """What is a field of one kind of file is none of another, and at the margin of one it may stand further in."""
    assert names_of(Kommune).is_name("bydele")
    assert not names_of(Kommune).is_name("målgrupper")
    assert STATUSFIL.is_only_at_the_margin("perspektiver")
    assert not STATUSFIL.is_only_at_the_margin("tal")
    assert STATUSFIL.is_misspelt("perspektivr")
    assert not NO_NAMES.is_misspelt("perspektivr")
