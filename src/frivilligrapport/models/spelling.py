"""How a field is spelled for people: field names are ASCII in the code, æ, ø and å in files and messages."""

from frivilligrapport.danish import normal_key

_SPELLED = (
    "år",
    "mål",
    "målgrupper",
    "måling",
    "hører_til",
    "forrige_år",
    "på_vej",
    "på_vej_med_i_antal",
    "højst",
    "tæl_med",
    "bemærkning",
    "årsag",
    "gælder_for",
    "kaldes_også",
    "fælles",
    "tæller_hos",
    "nummer_i_rækken",
    "rækkefølge",
    "netværk",
    "forudsætninger",
    "forudsætning",
    "afløser",
    "ny_i_år",
    "vægt",
    "opfølgning",
    "opfølges",
    "fokusområder",
    "fremhævning",
)
_BY_FIELD = {normal_key(word): word for word in _SPELLED}


def spelled(field: str) -> str:
    """Give a field's name as it is written in a file: `kaldes_ogsaa` is `kaldes_også`."""
    return _BY_FIELD.get(field, field)
