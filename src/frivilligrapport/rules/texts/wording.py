"""Words and signs that spoil a printed text (FR404 to FR407)."""

from collections.abc import Iterator

from frivilligrapport.danish import numeral
from frivilligrapport.fast_start import pattern
from frivilligrapport.grammar.relative_time import find_relative_time
from frivilligrapport.problems import Problem, error, warning
from frivilligrapport.rules.rule import rule
from frivilligrapport.rules.year import Year

_TEXT = "perspektiver:\n  tekst: {}"
_BLOCK = "perspektiver:\n  tekst: |\n    {}"
RELATIVE_TIME = warning(
    "FR404",
    "En tidsangivelse, der afhænger af, hvornår teksten læses",
    "»Næste år« betyder ét, når bidraget skrives, og noget andet, når rapporten læses. Et årstal bliver ved med at "
    "passe.",
    _TEXT.format("Næste år kommer der flere."),
    _TEXT.format("I 2015 kommer der flere."),
)
DOUBLE_STOP = warning(
    "FR405",
    "To punktummer efter hinanden",
    "En forkortelse som m.v. giver sætningen sit punktum; der skal ikke et til.",
    _TEXT.format("Vi låner redskaber ud m.v.."),
    _TEXT.format("Vi låner redskaber ud m.v."),
)
PRIVATE_SIGN = error(
    "FR406",
    "Et tegn, der kun kan vises med én bestemt skrifttype",
    "Punkttegn, der er kopieret fra Word eller en PDF, er ofte ikke rigtige tegn. I rapporten bliver de til tomme "
    "firkanter.",
    _BLOCK.format("\uf0b7 Flere følgevenner."),
    _BLOCK.format("- Flere følgevenner"),
)
SPLIT_WORD = warning(
    "FR407",
    "Et ord er delt ved linjens slutning",
    "Tekst, der er kopieret fra en PDF, har tit delte ord med sig. I rapporten falder linjerne anderledes, og ordet "
    "bliver stående i to stykker.",
    _BLOCK.format("Det sker i Kom-\n    munes egne huse."),
    _BLOCK.format("Det sker i Kommunes egne huse."),
)
_DOUBLE_STOP = pattern(r"(?<=[\w)»”\"])\.\.(?![./\\])")
_LONGEST_WORD = 60  # signs of it that are shown
_PRIVATE = pattern("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
# A hyphen that stands for a left-out word is meant: »børne-« / »og ungdomspolitik«.
_SPLIT = pattern(
    r"(?<!\w)(?P<head>\w+)[-\u00ad\u2010]\n[ \t]*(?!(?:og|eller|samt|til|men|kontra)\b)(?P<tail>[a-zæøå]+)"
)


@rule(RELATIVE_TIME)
def _relative_time(year: Year) -> Iterator[Problem]:
    for passage in year.passages:
        for start, length in find_relative_time(passage.text):
            typed = " ".join(passage.text[start : start + length].split())
            message = f"»{typed}« betyder noget andet, når rapporten læses senere."
            yield passage.problem(RELATIVE_TIME, start, length, message, "Skriv årstallet eller datoen")


@rule(DOUBLE_STOP)
def _double_stop(year: Year) -> Iterator[Problem]:
    for passage in year.passages:
        for match in _DOUBLE_STOP.finditer(passage.text) if ".." in passage.text else ():
            words = passage.text[max(0, match.end() - _LONGEST_WORD) : match.end()].split()[-1]
            message = f"Her er to punktummer efter hinanden: »{words}«."
            yield passage.problem(DOUBLE_STOP, match.start(), 2, message, "Slet det ene", instead=(".",))


@rule(PRIVATE_SIGN)
def _private_signs(year: Year) -> Iterator[Problem]:
    for passage in year.own_words:
        found = list(_PRIVATE.finditer(passage.text))
        if found:
            many = numeral(len(found), neuter=True)
            message = f"Teksten har {many} tegn, som ikke kan trykkes (U+{ord(found[0].group()):04X})."
            hint = "Skriv - og et mellemrum i stedet, hvis det er punkttegn"
            is_bullet = len(found) == 1 and not passage.text[: found[0].start()].rpartition("\n")[2].strip()
            spaced = passage.text[found[0].end() :][:1].isspace()
            is_block = "\n" in passage.text
            instead = ("-" if spaced else "- ",) if is_bullet and is_block else ()
            yield passage.problem(PRIVATE_SIGN, found[0].start(), 1, message, hint, instead=instead)


@rule(SPLIT_WORD)
def _split_words(year: Year) -> Iterator[Problem]:
    for passage in year.passages:
        for match in _SPLIT.finditer(passage.text) if "\n" in passage.text.rstrip() else ():
            head, tail = match["head"], match["tail"]
            message = f"Et ord er delt ved linjens slutning: »{head}-« og »{tail}«."
            hint = f"Saml ordet på én linje: {head}{tail} eller {head}-{tail}"
            yield passage.problem(SPLIT_WORD, match.start(), len(head) + 1, message, hint)
