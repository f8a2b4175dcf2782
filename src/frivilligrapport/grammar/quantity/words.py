"""The words of the number grammar: reservations, unspecified amounts, numerals, and what people write instead."""

import re
from decimal import Decimal
from typing import NamedTuple

from frivilligrapport.danish import NUMERALS, fold_ascii, normal_key
from frivilligrapport.fast_start import pattern
from frivilligrapport.grammar.quantity.value import Precision


class Reservation(NamedTuple):
    """Declare the words or signs before a number that say how sure it is; the first spelling is printed."""

    precision: Precision
    spellings: tuple[str, ...]

    @property
    def text(self) -> str:
        """The spelling that is printed."""
        return self.spellings[0]


def _alternatives(spellings: tuple[str, ...]) -> str:
    """Match any of the spellings, also without æøå and with any number of spaces."""
    variants = dict.fromkeys(variant for spelling in spellings for variant in (spelling, fold_ascii(spelling)))
    return "|".join(re.escape(v).replace(r"\ ", " +") + (r"\b" if v[-1].isalpha() else "") for v in variants)


RESERVATIONS = (
    Reservation(Precision.APPROXIMATE, ("ca.", "ca", "cirka", "circa", "omkring", "omtrent", "~")),
    Reservation(Precision.AT_LEAST, ("mindst", ">=", "≥")),
    Reservation(Precision.MORE_THAN, ("over", ">")),
    Reservation(Precision.MORE_THAN, ("mere end",)),
    Reservation(Precision.MORE_THAN, ("flere end",)),
    Reservation(Precision.UP_TO, ("højst", "<=", "≤")),
    Reservation(Precision.UP_TO, ("op mod",)),
    Reservation(Precision.UP_TO, ("op til",)),
    Reservation(Precision.FEWER, ("under", "<")),
    Reservation(Precision.FEWER, ("mindre end",)),
    Reservation(Precision.FEWER, ("færre end",)),
    Reservation(Precision.JUST_UNDER, ("knap",)),
    Reservation(Precision.JUST_UNDER, ("næsten",)),
    Reservation(Precision.JUST_UNDER, ("lidt under",)),
    Reservation(Precision.JUST_OVER, ("godt",)),
    Reservation(Precision.JUST_OVER, ("lidt over",)),
)
_RESERVATION = pattern("|".join(f"({_alternatives(each.spellings)})" for each in RESERVATIONS))
RESERVATION_WORDS = tuple(s for each in RESERVATIONS for s in each.spellings if s[-1].isalpha())

UNSPECIFIED_WORDS = (
    "mange",
    "flere",
    "en lang række",
    "en række",
    "enkelte",
    "nogle",
    "adskillige",
    "diverse",
    "alle",
    "en masse",
    "en håndfuld",
)
WHOLE_PHRASES = {normal_key(phrase): (Precision.UNSPECIFIED, phrase) for phrase in UNSPECIFIED_WORDS} | {
    "": (Precision.UNKNOWN, "uoplyst"),
    "uoplyst": (Precision.UNKNOWN, "uoplyst"),
    "ikke_oplyst": (Precision.UNKNOWN, "uoplyst"),
    "ikke_relevant": (Precision.NOT_RELEVANT, "ikke relevant"),
}
NUMBER_WORDS = {word: Decimal(value) for value, word in enumerate(NUMERALS)} | {
    "ingen": Decimal(0),
    "et": Decimal(1),
    "én": Decimal(1),
    "ét": Decimal(1),
}
SAID_OTHERWISE = {
    "irrelevant": "ikke relevant",
    **dict.fromkeys(("een", "eet", "en_enkelt", "et_enkelt"), "1"),
    "halvdelen": "1/2",
    "en_tredjedel": "1/3",
    "to_tredjedele": "2/3",
    "en_fjerdedel": "1/4",
    "tre_fjerdedele": "3/4",
    **dict.fromkeys(("få", "faa", "et_par", "et_par_stykker", "nogle_faa", "ganske_faa"), "enkelte"),
    **dict.fromkeys(("en_del", "et_antal", "et_ubestemt_antal"), "nogle"),
    "nogen": "nogle",
    **dict.fromkeys(("hundredvis", "tusindvis", "snesevis", "dusinvis", "i_hundredvis", "i_tusindvis"), "mange"),
    **dict.fromkeys(("masser", "rigtig_mange", "meget_mange", "temmelig_mange", "utallige", "et_stort_antal"), "mange"),
}
# What is written before a number for one of the reservations, or for nothing at all.
RESERVED_OTHERWISE = {
    **dict.fromkeys(("min", "minimum", "mindst_de", "ikke_under", "ikke_mindre_end", "ikke_faerre_end"), "mindst"),
    **dict.fromkeys(("max", "maks", "maximum", "maksimum", "maksimalt", "hoejest"), "højst"),
    **dict.fromkeys(("ikke_over", "ikke_mere_end", "ikke_flere_end"), "højst"),
    **dict.fromkeys(("c", "circ", "omkr", "rundt_regnet", "omkring_de", "anslaaet", "skoensmaessigt", "≈", "±"), "ca."),
    **dict.fromkeys(("hen_imod", "henimod", "op_imod", "henved", "hen_ved"), "op mod"),
    "godt_og_vel": "godt",
    **dict.fromkeys(("i_alt", "ialt", "kun", "="), ""),
}
# The same after a number.
RESERVED_AFTER = {
    **dict.fromkeys(("plus", "eller flere", "eller mere", "eller derover", "og derover", "og opefter"), "mindst"),
    **dict.fromkeys(("eller færre", "eller mindre", "eller derunder"), "højst"),
    **dict.fromkeys(("(ca.)", "(ca)", "(cirka)", "(omtrent)", "ca", "ca.", "cirka", "circa", "omtrent"), "ca."),
    **dict.fromkeys(("i alt", "ialt", "!"), ""),
}


def reservation_of(text: str) -> tuple[Reservation | None, int]:
    """Find the reservation that a text begins with, and where the text goes on after it and its spaces.

    `text` is folded: lower case, each space an ordinary one.
    """
    found = _RESERVATION.match(text)
    if found is None or found.lastindex is None:
        return None, 0
    rest = text[found.end() :]
    return RESERVATIONS[found.lastindex - 1], found.end() + len(rest) - len(rest.lstrip())
