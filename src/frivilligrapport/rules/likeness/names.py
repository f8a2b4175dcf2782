"""The words of names: which tell what a thing is, which only say what sort it is, and how alike two names are."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from frivilligrapport.danish import plain_words, word_forms, word_stem
from frivilligrapport.fast_start import Frozen, pattern
from frivilligrapport.models.kommune import Kommune
from frivilligrapport.models.lister import ART

STOP_WORDS = frozenset(
    plain_words(
        "ad af alle at bag blandt de dem den der det deres egen egne en er et fire flere for fra gennem hele hos hver "
        "i imod in inden lille med mellem mod ny nye nyt og om op over på samme samt som stor store små the til to tre "
        "uden under ved vores år årets årlig årlige"
    )
)
_THINGS = """
    aften aftale aktivitet app arbejde besøg blad bog café camp center dag database debat dialog fest festival film
    folder foredrag forløb forum fællesskab gruppe guide hjælp hold hus håndbog indsamling indsats initiativ jubilæum
    kampagne klub koncert konference korps kursus kursusgang lejr liste løb marked messe møde netværk nyhedsbrev område
    ordning pakke panel patrulje plads plan portal praktik pris produktion program projekt publikation pulje rapport
    række råd samarbejde samling samtale seminar service side skole sted stafet strategi støtte system tilbud tilskud
    tjeneste træf tur turnering uddannelse udflugt udstilling uge undersøgelse undervisning vejledning ven vision
    værested værksted workshop åben
"""
_PEOPLE_AND_PLACES = """
    ansat beboer bibliotek borger bruger by byen byens bydel børn børnehave deltager elev familie far forening
    foreningsliv forvaltning forælder frivillig frivillighed gæst idræt institution international jobcenter kommunal
    kommune kulturhus kvarter kvinde leder ledelse legeplads lokal lokaludvalg medarbejder medlem menneske mor mænd nabo
    organisation park plejecenter pårørende rekruttering senior social sundhed udsat ung ungdom virksomhed ældre
"""
_TIMES = "efterår ferie forår jul morgen påske sommer vinter weekend"
_SYNONYMS = (
    "café cafe",
    "digital it",
    "frivillig frivillighed",
    "plejecenter plejehjem ældrecenter",
    "åben åbent åbne",
)


def forms_of(text: str) -> frozenset[str]:
    """Give the words of a text in all the forms that taking endings off gives."""
    return frozenset(form for word in plain_words(text) for form in word_forms(word))


# What a compound may end in and still be one thing: »sprogcafé« is a café, »naturen« no »ren«.
TAILS = forms_of(" ".join((*ART, _THINGS))) - STOP_WORDS
COMMON_WORDS = forms_of(" ".join((*ART, _THINGS, _PEOPLE_AND_PLACES, _TIMES)))
# Words for the same thing, in all their forms, and the stem of the one that stands for them.
SYNONYMS = {form: word_stem(plain_words(line)[0]) for line in _SYNONYMS for form in forms_of(line)}

COMMON_WEIGHT = 0.3
_YEAR = pattern(r"(?:19|20)\d\d")
_SHORTEST_HEAD = 3
_SHORTEST_TAIL = 3
_SHORTEST_FRONT = 5  # »ung« is no part of »ungarsk«
# Three capitalised words or more, with small ones between: the full name behind an acronym.
_PROPER_NAME = pattern(r"[A-ZÆØÅ]\w+(?:[\s-]+(?:(?:af|for|i|og|til)\s+)?[A-ZÆØÅ]\w+){2,}")
_ACRONYM = pattern(r"[bcdfghjklmnpqrstvwxz]{2,4}")
_CAPITAL = pattern(r"\b[A-ZÆØÅ]")
_TYPO = 0.85  # »mosetræf« and »mosestræf« are 0,94 alike
_TYPO_LENGTH = 4
_LONGEST = 200  # letters; comparing costs the square of them
_MOST_WORDS = 40  # of a name that are looked at; comparing costs the square of them
_WITHIN = 0.6  # what »ambassadør« says of »klimaambassadør«
_WITHIN_LENGTH = 4
# The whole report is about volunteers: that two names both say so tells nothing.
_SUBJECT = frozenset({"frivillig"})


class Wording(Frozen):
    """A name's words in order, each once, and which of them are common."""

    words: tuple[str, ...]
    common: frozenset[str]

    @cached_property
    def bag(self) -> frozenset[str]:
        """Give the words in no order."""
        return frozenset(self.words)

    def weight(self, word: str) -> float:
        """Give what a word weighs in a comparison."""
        return COMMON_WEIGHT if word in self.common else 1

    @cached_property
    def total(self) -> float:
        """Give the weight of all words."""
        return sum(self.weight(word) for word in self.words)

    @cached_property
    def telling(self) -> frozenset[str]:
        """Give the words that are not common: those that tell which thing it is."""
        return self.bag - self.common

    @cached_property
    def run_together(self) -> dict[str, tuple[str, str]]:
        """Give each two words that stand beside each other, by what they are as one."""
        return {first + second: (first, second) for first, second in pairwise(self.words)}

    def split_as(self, other: "Wording") -> "Wording":
        """Take a compound apart where the other name has its parts as words: "fodboldfitness", "fodbold fitness"."""
        pairs = other.run_together
        if self.bag.isdisjoint(pairs):
            return self
        words = tuple(part for word in self.words for part in pairs.get(word, (word,)))
        return Wording(words, self.common | other.common)


class Vocabulary(Frozen, eq=False):
    """What a municipality's own register says of words: which are common there, and which are places."""

    common: frozenset[str]
    places: frozenset[str]
    kommune: frozenset[str] = frozenset()

    @cached_property
    def _taken_apart(self) -> dict[str, tuple[str, ...]]:
        return {}

    def wording(self, name: str, besides: frozenset[str] = frozenset()) -> Wording:
        """Take a name apart; places and the words `besides` are left out unless there is nothing else."""
        words = [word for word in plain_words(name) if word not in STOP_WORDS and not _YEAR.fullmatch(word)]
        words = words[:_MOST_WORDS]
        left_out = self.places | besides
        named = [word for word in words if word_stem(word) not in left_out]
        stems = tuple(dict.fromkeys(part for word in named or words for part in self._parts_of(word)))
        return Wording(stems, frozenset(stems) & self.common)

    def telling(self, text: str) -> frozenset[str]:
        """Give the words of a text that are neither small nor common."""
        return frozenset(word_stem(word) for word in plain_words(text) if word not in STOP_WORDS) - self.common

    def places_in(self, text: str) -> frozenset[str]:
        """Give the words of a text that are places."""
        return frozenset(map(word_stem, plain_words(text))) & self.places

    def _parts_of(self, word: str) -> tuple[str, ...]:
        """Give the parts of a word, found once."""
        if word not in self._taken_apart:
            self._taken_apart[word] = tuple(self._parts(word))
        return self._taken_apart[word]

    def _parts(self, word: str) -> Iterator[str]:
        """Take a compound apart where it begins or ends in a common word: "sprogcafeer" is sprog and caf."""
        forms = word_forms(next((name for name in self.kommune if _shortens(word, name)), word))
        for form in forms:
            if form in SYNONYMS or form in self.common:
                yield _one_form(form)
                return
        for form in forms:
            for cut in range(_SHORTEST_HEAD, len(form) - _SHORTEST_TAIL + 1):
                if form[cut:] in TAILS:
                    yield from self._parts(_unlinked(form[:cut]))
                    yield _one_form(form[cut:])
                    return
        yield from self._front(forms[-1])

    def _front(self, stem: str) -> Iterator[str]:
        for cut in range(len(stem) - _SHORTEST_HEAD, _SHORTEST_FRONT - 1, -1):
            if _unlinked(stem[:cut]) in self.common:
                yield _one_form(_unlinked(stem[:cut]))
                yield stem[cut:]
                return
        yield stem


@lru_cache(maxsize=1)
def vocabulary(kommune: Kommune) -> Vocabulary:
    """Learn a register's words."""
    units = [f"{one.forkortelse} {one.navn}" for one in kommune.forvaltninger]
    common = COMMON_WORDS | forms_of(" ".join((kommune.kommune, *kommune.temaer, *units)))
    committees = [name for one in kommune.lokaludvalg for name in (one.navn, *one.kaldes_ogsaa)]
    places = frozenset(map(word_stem, plain_words(" ".join((*kommune.bydele, *committees))))) - STOP_WORDS
    own = frozenset(plain_words(kommune.kommune))
    return Vocabulary(common | frozenset(map(_one_form, common)), places - COMMON_WORDS, own)


def with_acronym(name: str) -> str:
    """Cut a proper name in a name down to its first letters: "Ungdommens Røde Kors" is URK."""
    return _PROPER_NAME.sub(lambda match: "".join(_CAPITAL.findall(match.group())), name)


def _shortens(word: str, name: str) -> bool:
    """Tell whether letters without a vowel stand in order in a name with the same first one, as KBH in København."""
    letters = iter(name)
    return bool(_ACRONYM.fullmatch(word)) and word[0] == name[0] and all(letter in letters for letter in word)


def _one_form(word: str) -> str:
    return SYNONYMS.get(word, word_stem(word))


def _unlinked(head: str) -> str:
    """Take the letter off that ties a compound together: "frivillighed(s)netværk"."""
    return head[:-1] if len(head) > _SHORTEST_HEAD and head.endswith(("s", "e")) else head


class Alikeness(NamedTuple):
    """How alike two names are, from 0 to 1; `telling` when they share a word that tells which thing it is.

    `same` when they have the same words, `within` when one has all of the other's, and these are two or more.
    """

    share: float = 0
    telling: bool = False
    same: bool = False
    within: bool = False


def best_match(*held_against: tuple[Sequence[Wording], Sequence[Wording]]) -> Alikeness:
    """Give the best match of any name with any of those that it is held against."""
    found = (_match(one, other) for names, others in held_against for one in names for other in others)
    return max(found, key=lambda match: (match.telling, match.same, match.within, match.share), default=Alikeness())


def is_other_name(names: Iterable[Wording], others: Sequence[Wording]) -> bool:
    """Tell whether one of the names is, word for word, one of the others; common words alone tell nothing."""
    return any(one.bag == other.bag for one in names for other in others if one.telling)


def is_within(names: Iterable[Wording], others: Sequence[Wording]) -> bool:
    """Tell whether one of the names stands inside one of the others; common words alone tell nothing."""
    return any(one.bag <= other.bag for one in names for other in others if one.telling)


def _match(name: Wording, other_name: Wording) -> Alikeness:
    one, other = name.split_as(other_name), other_name.split_as(name)
    words, others = one.bag, other.bag
    if not words or not others:
        return Alikeness()
    if words == others:
        return Alikeness(1, telling=bool(one.telling), same=True)
    pairs = {word: max((_alike(word, each), each) for each in others) for word in words}
    shared = sum(alike * min(one.weight(word), other.weight(each)) for word, (alike, each) in pairs.items())
    if not shared:
        return Alikeness()
    telling = any(alike and word in one.telling and each in other.telling for word, (alike, each) in pairs.items())
    dice, overlap = 2 * shared / (one.total + other.total), min(1, shared / min(one.total, other.total))
    run_together = _letters("".join(one.words), "".join(other.words))  # "Grand Prix" is "Grandprix"
    share = max(run_together if run_together >= _TYPO else 0, (dice + overlap) / 2 if telling else dice)
    return Alikeness(share, telling, within=words & others in {words, others} and len(words & others - _SUBJECT) > 1)


@cache
def _alike(word: str, other: str) -> float:
    if word == other:
        return 1
    short, long = (word, other) if len(word) <= len(other) else (other, word)
    if len(short) >= _TYPO_LENGTH and _letters(short, long) >= _TYPO:
        return 1
    within = len(short) >= _WITHIN_LENGTH and (long.startswith(short) or long.endswith(short))
    return _WITHIN if within else 0


def _letters(word: str, other: str) -> float:
    if 2 * min(len(word), len(other)) < _TYPO * (len(word) + len(other)):
        return 0  # too different in length to be alike; asking the matcher costs a hundred times more
    if max(len(word), len(other)) > _LONGEST:
        return 0
    letters, others = set(word), set(other)
    shared = min(len(word) - len(letters - others), len(other) - len(others - letters))
    if 2 * shared < _TYPO * (len(word) + len(other)):
        return 0  # too many letters that the other has not got
    matcher = SequenceMatcher(a=word, b=other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _TYPO else 0
