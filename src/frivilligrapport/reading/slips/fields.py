"""What a field holds, by its name, as far as slips are told apart by it: the models' own knowledge, held by a test."""

from frivilligrapport.danish import normal_key

# Single values in a list: `tema: [grøn, kultur]`.
_LISTS = frozenset(
    (
        *("adresse", "afloeser", "bydele", "forudsaetning", "frivilligtype", "gaelder_for", "indsatser"),
        *("kaldes_ogsaa", "lokaludvalg", "maalgrupper", "maaske_samme_som", "med", "partnere", "planer"),
        *("raekkefoelge", "spoerges_alle", "tema", "temaer"),
    )
)
# Whole sentences, which may go over several lines.
_PROSE = frozenset(
    (
        "beskrivelse",
        "effekt",
        "forord",
        "fremover",
        "hjemmel",
        "hovedbudskaber",
        "indledning",
        "tekst",
        "vision",
        "vurdering",
    )
)
# Fields that hold other fields, so that a colon after them is no part of a text.
_GROUPS = frozenset(("tal", "heraf", "kontakt", "perspektiver", "faelles", "barrierer", "netvaerk"))
_ONE_WORD = frozenset(
    ("art", "tilstand", "periode", "filstatus", "id", "aar", "forvaltning", "metode", "varighed", "frekvens")
)
_IDS = frozenset(("id", "hoerer_til", "taeller_hos"))
_YEARS = frozenset(("aar", "periode"))
# Fields with a few words of their own, none of which says that nobody knows.
_WORDS = {"filstatus": ("udkast", "klar", "godkendt"), "ny_i_aar": ("ja", "nej"), "tael_med": ("ja", "nej")}
# The fields that begin at the margin of some file, which may be written with a capital letter.
_AT_THE_MARGIN = frozenset(
    (
        *("forvaltning", "aar", "filstatus", "kontakt", "status", "perspektiver", "indsatser", "forslag", "tal"),
        *("bidragydere", "barrierer", "politik", "mangler", "kommune", "titel", "forord", "tendenser", "accepteret"),
        *("overskrift", "navn", "tekst", "beskrivelse", "forvaltninger", "enheder", "bydele", "indledning", "netvaerk"),
    )
)


def is_list(key: str) -> bool:
    """Tell whether a field holds a list of single values."""
    return normal_key(key) in _LISTS


def is_prose(key: str) -> bool:
    """Tell whether a field holds whole sentences."""
    return normal_key(key) in _PROSE


def is_group(key: str) -> bool:
    """Tell whether a field holds other fields."""
    return normal_key(key) in _GROUPS


def is_one_word(key: str) -> bool:
    """Tell whether a field holds a word or two, or a number, and never a text."""
    return normal_key(key) in _ONE_WORD


def is_id(key: str) -> bool:
    """Tell whether a field holds an id."""
    return normal_key(key) in _IDS


def is_year(key: str) -> bool:
    """Tell whether a field holds a year or a period."""
    return normal_key(key) in _YEARS


def is_at_the_margin(key: str) -> bool:
    """Tell whether a field begins at the margin of some file."""
    return normal_key(key) in _AT_THE_MARGIN


def words_of(key: str) -> tuple[str, ...]:
    """Give the only words that a field may hold, () for one that is free or may be uoplyst."""
    return _WORDS.get(normal_key(key), ())
