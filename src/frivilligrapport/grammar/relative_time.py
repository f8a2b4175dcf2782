"""Words for time that change their meaning when the report is read: "næste år", "i øjeblikket"."""

from frivilligrapport.danish import fold_ascii, without_case_in_place
from frivilligrapport.fast_start import pattern

_UNITS = "år|måned|uge|halvår|kvartal|forår|sommer|efterår|vinter|sæson|skoleår"
_A_FEW = "[0-9]+|en|et|to|tre|fire|fem|få|nogle"
_PHRASES = (
    # Words that point from the day of writing: fremover, fremadrettet and hidtil stay true and are allowed.
    rf"(?:næste|sidste|forrige|kommende|indeværende|denne|dette)\s+(?:{_UNITS})",
    r"(?:de|det)\s+(?:seneste|senere|sidste|kommende|nærmeste|foregående|næste)(?:\s+par)?\s+(?:års?|måneder|uger)",
    r"(?:til|fra)\s+næste\s+år",
    r"i\s+(?:år|dag|morgen|går|øjeblikket|sommer|vinter)",
    r"til\s+(?:foråret|sommeren?|efteråret|vinteren?)",
    r"for\s+(?:nylig|nyligt|tiden|øjeblikket)",
    rf"for\s+(?:kort\s+tid|(?:{_A_FEW})\s+(?:år|måneder|måned|uger|uge|dage))\s+siden",
    rf"om\s+(?:kort\s+tid|(?:{_A_FEW})\s+(?:år|måneder|måned|uger|uge|dage))",
    r"på\s+nuværende\s+tidspunkt",
    r"inden\s+længe",
    r"(?:lige|netop)\s+nu",
    r"nyligt?",
    r"snart",
)
# A year right after makes it a date: "i foråret 2015", "i år 2014".
_SPELLINGS = "|".join(dict.fromkeys((*_PHRASES, *map(fold_ascii, _PHRASES))))
_RELATIVE = pattern(rf"\b(?:{_SPELLINGS})\b(?!\s+[0-9]{{4}})")


def find_relative_time(text: str) -> tuple[tuple[int, int], ...]:
    """Find the expressions of relative time in a text, as (start, length) in order, none overlapping.

    `text` is NFC; line breaks between the words do not matter. Number grammar, section 2: such words are
    refused in a period and warned about in prose.
    """
    return tuple((found.start(), len(found[0])) for found in _RELATIVE.finditer(without_case_in_place(text)))
