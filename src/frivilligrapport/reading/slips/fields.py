"""What a field holds, by its name, as far as slips are told apart by it: the models' own knowledge, held by a test."""

from functools import lru_cache

from frivilligrapport.danish import nearest_word, normal_key


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


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
# Lists whose items are groups of fields, each with a dash before its first.
_LISTS_OF_GROUPS = _words(
    "accepteret afsnit bidragydere bilag enheder fokusomraader fordele forkortelser forslag forudsaetninger "
    "forvaltninger historier ikke_samme_som indsatser initiativer kort krav lokaludvalg maal mangler noegletal "
    "opfoelgning opgaver politik punkter regler resultater status steder tendenser"
)
# All fields that begin at the margin of some file.
_AT_THE_MARGIN = _words(
    "aar accepteret afsender afsnit barrierer bemaerkning bidragydere bilag bydele dato enheder filstatus "
    "fokusomraader fordele forkortelser forord forslag forvaltning forvaltninger fremover frist gyldig historier "
    "hjemmel hoved hovedbudskaber indledning indsatser indstillinger initiativer kolofon kommune kontakt kontor kort "
    "krav lokaludvalg mangler netvaerk noegletal nummer_i_raekken opfoelges perspektiver politik punkter raekkefoelge "
    "regler resultater spoerges_alle status tal tekster temaer tendenser titel tovholder udseende undertitel vedtaget "
    "vision vurdering"
)
_MARGIN_GROUPS = frozenset(("perspektiver", "kontakt", "barrierer", "netvaerk"))
# Those that stand further in only.
_FURTHER_IN = _words(
    "aarets_tal aarsag adresse af afloeser alt_tekst andel antal art baggrund begrundelse beskrivelse betydning "
    "billede brevets_slutning bydel ca_usikkerhed citat decimaler definition det_mangler det_ved_ingen det_vigtigste "
    "dokumentnr ean effekt ejer emne enhed ental faelles farver fil forbehold fordi forklaring forkortelse "
    "forrige_aar forudsaetning forudsaetninger forvaltningerne_kort fotograf fra fremhaevning frivilligtype funktion "
    "gaelder_for grundlag heraf hilsen hoejst hoerer_til hovedfarve hvad hvem_har_bidraget hvor hyppighed id "
    "ikke_samme_som indikator indsats isbn kaldes_ogsaa kilde kode kompetencer kort_fortalt laes_mere ledelse licens "
    "logo logo_tekst maal maalgrupper maaling maaske_samme_som mangler_i_bidraget med metode mindst navn nummer "
    "ny_i_aar oevrige_indsatser om_rapporten om_tallene om_tallene_kort om_tvaergaaende opfoelgning opfyldt opgaver "
    "opgjort overskrift paa_vej paa_vej_med_i_antal partnere periode planer politikken postkasse punkt redaktion "
    "ressourcer sagsbehandler sagsnr samtykke siden_sidst sikkert_aendret steder tael_med taeller_hos "
    "tal_der_kan_bruges tal_fra_aaret tekst tekstfil telefon tema til tilstand trukket_tilbage tvaergaaende type "
    "udgang udgiver udsving udvalg udvalget vaegt varighed"
)
_LETTERS = frozenset("".join(sorted(name)) for name in _AT_THE_MARGIN)  # two letters may be swapped
_MISSPELT = 0.82  # how much of a name is still there where one letter is wrong


def is_list(key: str) -> bool:
    """Tell whether a field holds a list of single values."""
    return normal_key(key) in _LISTS


def is_list_of_groups(key: str) -> bool:
    """Tell whether a field holds a list of groups of fields."""
    return normal_key(key) in _LISTS_OF_GROUPS


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


def is_only_at_the_margin(key: str) -> bool:
    """Tell whether a field begins at the margin of a file, and is no group that others in it have too."""
    return (is_at_the_margin(key) and not is_group(key)) or normal_key(key) in _MARGIN_GROUPS


def is_name(key: str) -> bool:
    """Tell whether some file has a field of that name."""
    return normal_key(key) in _AT_THE_MARGIN or normal_key(key) in _FURTHER_IN


@lru_cache(maxsize=65_536)  # a file is read several times when it is mended
def is_misspelt(key: str) -> bool:
    """Tell whether a word is nearly the name of a field that begins at the margin."""
    if "".join(sorted(normal_key(key))) in _LETTERS:
        return True
    return nearest_word(key, _AT_THE_MARGIN, alike=_MISSPELT) is not None


def name_for(word: str) -> str:
    """Give the file's own field that holds one of a few words, as filstatus does; "" for any other word."""
    return "filstatus" if normal_key(word) in _WORDS["filstatus"] else ""


def words_of(key: str) -> tuple[str, ...]:
    """Give the only words that a field may hold, () for one that is free or may be uoplyst."""
    return _WORDS.get(normal_key(key), ())
