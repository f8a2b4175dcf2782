"""What is no quantity though numbers stand in it: for computers, a time, below zero, of two years, or with a unit.

Number grammar, section 1.
"""

import re
from decimal import Decimal

from frivilligrapport.danish import format_number, nearest_word
from frivilligrapport.fast_start import pattern
from frivilligrapport.grammar.quantity import kinds
from frivilligrapport.grammar.quantity.number import LIMIT, NUMBER, NUMBER_IN_WORDS
from frivilligrapport.grammar.quantity.words import NUMBER_WORDS, UNSPECIFIED_WORDS, WHOLE_PHRASES
from frivilligrapport.grammar.typed_text import TypedText
from frivilligrapport.problems import Fault

_POWER = pattern(r"([0-9]+(?:[.,][0-9]+)?)e\+?([0-9]{1,2})|[0-9]+(?:[.,][0-9]+)?e[+-]?[0-9]+")
_HEXADECIMAL = pattern(r"0[xob][0-9a-f]+")
_UNDERSCORES = pattern(r"[0-9]+(?:_[0-9]+)+")
_THOUSANDS_AS_K = pattern(r"([0-9]+)k")
_TIME = pattern(r"(?:kl\.? ?[0-9]|(?<![0-9])[0-9]{1,2}:[0-9]{2}(?![0-9]))")
_NEGATIVE = pattern(r"(?:-|minus) ?[0-9½¼¾]")
_AMOUNTS = (
    rf"(?:mellem|fra) {NUMBER} ?(?:og|til) ?{NUMBER}",
    r"[0-9]{1,3} ?/ ?[0-9]{1,3}",
    rf"{NUMBER} ?%",
    rf"{NUMBER}(?: ?(?:-|til) ?{NUMBER})?",
    rf"(?:{NUMBER_IN_WORDS}|{'|'.join(sorted(UNSPECIFIED_WORDS, key=len, reverse=True))})(?= )",
)
# After these words the amount is not over yet, so what follows is no unit.
_GOES_ON = (
    r"(?!(?:og|eller|af|til|i|plus|samt|pct|procent|end|pr|om|hver|x|gange|par|hundreder?|tusinde?r?|mi[ol]|mia"
    rf"|dusin|snese?|h[ae]lv[a-zæøå]*|(?:tredje|fjerde|femte|sjette|tiende)?dele?|{'|'.join(NUMBER_WORDS)})\b)"
)
# "En lille gruppe" is not one, nor "et hold"; "en workshop" is.
_ONE_THING = pattern(
    r"[ée][nt] (?!(?:b?unke|flok|gruppe|hold|stribe|antal|mængde|smule|kreds|skare|bred|stor|lille)\b)[^ ]+"
)
_UNIT = rf" *{_GOES_ON}[a-zæøå]| [0-9]+\. ?[a-zæøå]"
# Compiled by the library when a text cannot be read as a quantity: together they take as long as a small file.
_WITH_UNIT = rf"(?P<amount>(?>{'|'.join(_AMOUNTS)}))(?={_UNIT})"
# A unit and nothing else: words with no number in them, nor anything that makes another number of the one before.
_ONLY_UNIT = pattern(r"(?:[0-9]+\. ?)?[a-zæøåéü][a-zæøåéü. ()-]*")
_SHORT_UNITS = ("kr", "kr.", "år", "stk", "stk.")
_SHORTEST_UNIT = 3  # "20 t" and "20 m" may be thousands and millions
_SHORTEST_STUCK = 4  # and "1OO" is no number of OO
_CHANGES_A_NUMBER = (
    r"(?:ca|cirka|circa|omkring|omtrent|mindst|h(?:ø|oe)jst|over|under|knap|næsten|godt|min|max|maks|minimum|maksimum"
    r"|mere|mindre|flere|færre|nye?|ekstra|yderligere|derover|derunder|op|opefter|ned|plus|minus|komma"
    r"|ikke|uden|undtagen|eller|mellem|fra|til|ud|promille|procentpoint|point|grader"
    r"|mill?|milj|million\w*|milliard\w*|mia|tusinde?r?|hundreder?|tkr|mkr|dusin|snese?|par|erne|kvart\w*|h[ae]lv\w*|\w*dele?"
    r"|x|à|a|á|ad|gange?|pr|per|om|hvert?|daglig\w*|ugentlig\w*|månedlig\w*|årlig\w*|halvårlig\w*|kvartalsvis"
    r"|hold|grupper?|teams?|dobbelt\w*|tredobbelt\w*"
    rf"|{'|'.join([*NUMBER_WORDS, *UNSPECIFIED_WORDS])})"
)

_GONE = r"(?:(?:er )?(?:steget|steg|vokset|voksede|faldet|faldt|gået|gik) )"
_BEFORE = r"(?:i (?:fjor|(?:19|20)[0-9]{2})|(?:sidste|forrige) år|året før|et år)"
# What there was and what there is, in one field; "fra 12 til 21" alone is a range, and "21 fra 12 byer" of one year.
_MOVEMENTS = (
    rf"(?:fra )?(?P<then>{NUMBER}) ?(?:→|[-=]>) ?(?P<now>{NUMBER})",
    rf"{_GONE}(?:fra )?(?P<then>{NUMBER}) til (?P<now>{NUMBER})",
    rf"(?:{_GONE}til )?(?P<now>{NUMBER}),? ?\(?(?:i?mod|(?:op |ned )fra) (?P<then>{NUMBER})\b.*",
    rf"{_GONE}til (?P<now>{NUMBER}),? ?\(?fra (?P<then>{NUMBER})\b.*",
    rf"(?P<now>{NUMBER}),? ?\(?fra (?P<then>{NUMBER}) {_BEFORE}\b.*",
)


def refuse_movement(piece: TypedText) -> None:
    """Raise Fault (FR208) for last year's number beside this year's: each has a field of its own."""
    found = next((match for one in _MOVEMENTS if (match := re.fullmatch(one, piece.text))), None)
    if found:
        then, now = (piece.part(*found.span(end)).typed for end in ("then", "now"))
        hint = f"Skriv {now} i »antal« og {then} i »forrige_år«, når det er sidste års tal."
        raise piece.fault(kinds.NOT_UNDERSTOOD, "er to tal: det, der er, og det, der var.", hint)


def refuse_strange(piece: TypedText) -> None:
    """Raise Fault for what is written for computers (FR211), a time of day (FR206) or below zero (FR207)."""
    text = piece.text
    if any(p.fullmatch(text) for p in (_POWER, _HEXADECIMAL, _UNDERSCORES, _THOUSANDS_AS_K)):
        raise piece.fault(kinds.COMPUTER_NOTATION, "er ikke skrevet som et almindeligt tal.", *_written_out(text))
    if _TIME.search(text):
        hint = "Skriv et antal her, og skriv klokkeslættet i »beskrivelse«."
        raise piece.fault(kinds.TIME_OF_DAY, "er et klokkeslæt og ikke et antal.", hint)
    if _NEGATIVE.match(text):
        raise below_zero(piece)


def _written_out(text: str) -> tuple[str, ...]:
    """Say how a number is written in full; after the hint, the number itself where it is known."""
    power = _POWER.fullmatch(text)
    value = None
    if power and power[1]:
        value = Decimal(power[1].replace(",", ".")).scaleb(int(power[2]))
    elif _THOUSANDS_AS_K.fullmatch(text):
        value = Decimal(text[:-1]).scaleb(3)
    elif _UNDERSCORES.fullmatch(text):
        value = Decimal(text.replace("_", ""))
    if value is None or value > LIMIT or value != value.to_integral_value():
        return ("Skriv tallet helt ud med almindelige cifre, fx 1.000.",)
    written = format_number(value.quantize(Decimal(1)))
    return f"Skriv {written}.", written


def below_zero(piece: TypedText) -> Fault:
    """Make the fault for a number, or a claim, below zero."""
    hint = "Skriv et antal, der er nul eller større. En nedgang vises med »forrige_år«."
    return piece.fault(kinds.NEGATIVE, "er mindre end nul.", hint)


def refuse_unit(piece: TypedText, quantity_start: int) -> None:
    """Raise Fault (FR204) when a readable amount is followed by words; reservations begin at `quantity_start`.

    The amount alone is offered only where those words can be nothing else than a unit.
    """
    found = re.match(_WITH_UNIT, piece.text)
    if found is None:
        return
    is_article = found["amount"] in {"en", "et", "én", "ét"}
    if is_article and (not _ONE_THING.fullmatch(piece.text) or nearest_word(piece.text, WHOLE_PHRASES)):
        return
    amount = piece.whole[quantity_start : piece.start + found.end("amount")]
    everything = piece._replace(start=quantity_start)
    says = "er både tal og enhed."
    if is_article:
        hint = "Var der én, så skriv 1; enheden står foran kolon, fx »frivillige: 1«. Var der flere, så skriv antallet."
        raise everything.fault(kinds.NUMBER_WITH_UNIT, says, hint)
    if not _is_unit(piece.text[found.end("amount") :]):
        raise everything.fault(kinds.NUMBER_WITH_UNIT, says, "")
    hint = f"Skriv kun {amount} her; enheden står foran kolon, fx »frivillige: {amount}«."
    raise everything.fault(kinds.NUMBER_WITH_UNIT, says, hint, amount)


def _is_unit(after: str) -> bool:
    """Tell whether what stands after an amount leaves the amount as it is, such as "frivillige" or "8. klasser"."""
    unit = after.strip()
    if not _ONLY_UNIT.fullmatch(unit):
        return False
    words = [word for word in re.split(r"[ .()-]+", unit.lstrip("0123456789. ")) if word]
    least = _SHORTEST_UNIT if after[:1] == " " else _SHORTEST_STUCK
    is_known = unit in _SHORT_UNITS or len(words[0]) >= least or "-" in unit
    return is_known and not any(re.fullmatch(_CHANGES_A_NUMBER, word) for word in words)
