"""What people write where they have no answer: that nobody knows, or that it comes later."""

from frivilligrapport.danish import normal_key
from frivilligrapport.fast_start import pattern

# What stands around a word without saying anything by itself.
AROUND = " \t\n.,:;!?*_()[]<>/»«”“\"'’…–—-"
_NOT_KNOWN = frozenset(
    (
        *("ukendt", "ikke_kendt", "kendes_ikke", "ikke_opgjort", "opgoeres_ikke", "ikke_opgjort_endnu"),
        *("ved_ikke", "ved_vi_ikke", "vi_ved_det_ikke", "vi_ved_ikke", "det_ved_vi_ikke", "ved_jeg_ikke", "vides_ikke"),
        *("ingen_ved_det", "ved_ingen", "mangler", "tom", "tomt", "blank", "uafklaret"),
        *("ingen_data", "ingen_tal", "ingen_oplysning", "ingen_oplysninger", "ingen_opgoerelse", "ingen_svar"),
        *("ingen_registrering", "ingen_registreringer", "ingen_statistik", "ingen_viden", "ingen_optaelling"),
        *("ikke_udfyldt", "ikke_besvaret", "ubesvaret", "ikke_angivet", "ikke_registreret", "ej_oplyst"),
        *("null", "none", "nil", "nan", "na", "n/a", "n.a", "i/t", "undefined", "unknown", "x", "xx", "xxx"),
    )
)
_WHAT = (
    r"(?:(?:mere |flere )?(?:teksten?|tal|tallene|svar|svaret|oplysning(?:er(?:ne)?)?|data|bidrag(?:et)?|afsnit(?:tet)?"
    r"|beskrivelsen?|resten|mere|det|den|dette)_)?(?:er_|bliver_|skal_|vil_blive_)?"
)
_COMES = (
    r"(?:kommer|foelger|eftersendes|udfyldes|udfyldt|skrives|indsaettes|tilfoejes|opdateres|uddybes|afklares|leveres"
    r"|sendes|sendt|udestaar|paa_vej|undervejs|tbd|tba|tbc|under_(?:udarbejdelse|afklaring|opbygning)"
    r"|ikke_(?:klar|faerdig|skrevet|kommet|afklaret|modtaget)|(?:vi_)?vender_tilbage|afventer?s?)"
)
_WHEN = r"(?:_(?:senere|snart|her|endnu|til_senere|(?:senere_)?(?:af|fra|med|om|i|paa|naar|efter)_\w+(?:_\w+){0,3}))?"
_LATER = pattern(rf"{_WHAT}{_COMES}{_WHEN}|til_senere|senere")
# "Afventer svar fra økonomi": without anybody who waits it is a note, not a sentence.
_AWAITED = pattern(r"(?:vi_)?afvente[rs](?:_\w+){1,5}")
_LONGEST = 60


def is_no_answer(text: str) -> bool:
    """Tell whether a text only says that nobody knows, or that the answer comes later: "Ved ikke.", "Afventer.", "–".

    The word uoplyst is an answer, and so is ingen.
    """
    if len(text) > _LONGEST:
        return False
    said = normal_key(text.strip(AROUND))
    return (not said and bool(text.strip())) or bool(
        said in _NOT_KNOWN or _LATER.fullmatch(said) or _AWAITED.fullmatch(said)
    )
