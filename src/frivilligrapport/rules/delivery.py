"""What one reporter handed in, as rules see it: its groups and texts with their places, and findings about them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Any, Generic, NamedTuple, TypeVar

from frivilligrapport.collection.folder import path_in_year
from frivilligrapport.danish import join_words
from frivilligrapport.fast_start import Frozen, pattern
from frivilligrapport.grammar.markdown.blocks import PlacedText
from frivilligrapport.grammar.markdown.signs import has_signs
from frivilligrapport.grammar.markdown.text import MarkdownText, read_markdown
from frivilligrapport.models.fields.base import Felter, answered
from frivilligrapport.models.fields.explaining import with_place
from frivilligrapport.models.fields.leaves import Bemaerkning, Prosa, Tekstfil, Text
from frivilligrapport.models.fields.naming import subject, thing
from frivilligrapport.models.fields.unknown import meant
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.rapport import Rapport
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.problems import Kind, Location, Problem, Severity
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.tree import MappingEntry, MappingNode, ScalarNode, TreeNode, every_node

_Group = TypeVar("_Group", bound=Felter)
_MOST_STRANGERS = 100  # fields of a group that may each be a misspelt one
# The name that was probably meant, or all that are as near.
Meant = str | tuple[str, ...] | None
_RUNS = pattern(r"(?P<space>\s+)|\S+")
# What may hold sentences; the other texts are names and keywords.
_SENTENCES = (Prosa, Bemaerkning, Tekstfil)


class Delivery(Frozen, eq=False):
    """Hold what one reporter handed in: a status file, or rapport.yaml, which is the network's; or another document.

    `tree` is the file as written, before anything was mended. `reporter` is the forvaltning's or the network's id, ""
    for a rapport.yaml in a municipality without a network, and for a document such as a cover note.
    """

    file: str
    reporter: str
    tree: TreeNode | None
    root: Felter

    @cached_property
    def written(self) -> Mapping[Location, MappingNode]:
        """Give every group of the file as written, by its place; of those at one place, the outermost."""
        written: dict[Location, MappingNode] = {}
        for one in every_node(self.tree) if self.tree else ():
            if isinstance(one, MappingNode):
                written.setdefault(one.location, one)
        return written

    def own_words(self, sources: Mapping[str, Source], text_files: Mapping[str, Source]) -> Iterator["Passage"]:
        """Yield every text of the file that the writer found the words for, and the text files that it names."""
        for piece in self.pieces(Felter):
            for field, text in piece.group.leaves():
                if isinstance(text, Tekstfil) and not answered(text.scalar):
                    source = text_files.get(path_in_year(text) or "")
                    if source:
                        yield Passage(source.text, source.place, field.name, Tekstfil, piece)
                elif isinstance(text, Text) and text.own_words and text and not answered(text.scalar):
                    place = Typed(sources[self.file], text.scalar).place
                    yield Passage(text.scalar.text, place, field.name, type(text), piece)

    @property
    def indsatser(self) -> tuple[Indsats, ...]:
        """Give the indsatser, wherever in the file they stand."""
        if isinstance(self.root, Statusfil):
            return self.root.indsatser
        return self.root.netvaerk.indsatser if isinstance(self.root, Rapport) and self.root.netvaerk else ()

    @property
    def draft_weight(self) -> Severity | None:
        """Give the weight of what a draft may still lack: a warning there, what the kind says elsewhere."""
        return Severity.ADVARSEL if isinstance(self.root, Statusfil) and self.root.is_draft else None

    def pieces(self, kind: type[_Group]) -> tuple["FilePiece[_Group]", ...]:
        """Give every group of one kind in the file, from the top.

        They are not kept here, where each would hold what holds it: nothing but a search of all values would find them
        when the file is done with.
        """
        kinds = [one for one in self._by_type if issubclass(one, kind)]
        groups: list[Any] = self._by_type[kinds[0]] if len(kinds) == 1 else []
        if len(kinds) > 1:  # in the file's order
            groups = [one for one in self.root.groups if isinstance(one, kind)]
        return tuple(FilePiece(self, group) for group in groups)

    @cached_property
    def _by_type(self) -> Mapping[type[Felter], list[Felter]]:
        found: dict[type[Felter], list[Felter]] = {}
        for group in self.root.groups:
            found.setdefault(type(group), []).append(group)
        return found


class Suggestion(NamedTuple):
    """What a finding says: its message, its hint, and what may be written instead."""

    message: str
    hint: str
    instead: tuple[str, ...]


class FilePiece(NamedTuple, Generic[_Group]):
    """Hold one group of fields and the file that it is part of."""

    delivery: Delivery
    group: _Group

    @property
    def where(self) -> str:
        """Name the thing that the group is part of: "i indsatsen »Smag Verden«", "" at the top of the file."""
        return thing(self.group.trail)

    def typed_entry(self, field: str) -> MappingEntry | None:
        """Give the entry that was typed for a field, also under a misspelt name; None when there is none."""
        written = self.delivery.written.get(self.group.location, self.group.node)
        names = tuple(self.group.fields)
        open_names = [name for name in names if written.get(name) is None]
        strangers = islice((one for one in written.entries if one.key not in names), _MOST_STRANGERS)
        root, model = type(self.delivery.root), type(self.group)
        return written.get(field) or next(
            (one for one in strangers if meant(root, model, one.key, open_names) == field), None
        )

    def is_typed(self, field: str) -> bool:
        """Tell whether something was typed for a field: then it was read, or that it could not be has been told of."""
        entry = self.typed_entry(field)
        return entry is not None and not (isinstance(entry.value, ScalarNode) and entry.value.empty)

    def problem(
        self,
        kind: Kind,
        place: Location,
        message: str,
        hint: str = "",
        *,
        weight: Severity | None = None,
        instead: tuple[str, ...] = (),
    ) -> Problem:
        """Make a finding about this group; the hint gets the thing's name after it."""
        about = subject(self.group.trail)
        return Problem(place, kind, message, with_place(hint, self.where), about, weight, instead)

    def unknown(
        self,
        kind: Kind,
        place: Location,
        message: str,
        better: str | tuple[str, ...] | None,
        otherwise: str,
        *known: str,
    ) -> Problem:
        """Make a finding about a name that is not known; the last arguments are those of `did_you_mean`."""
        message, hint, instead = did_you_mean(message, better, otherwise, *known)
        return self.problem(kind, place, message, hint, instead=instead)


def did_you_mean(message: str, better: Meant, otherwise: str, *known: str) -> Suggestion:
    """Word a finding about a name that is not known.

    `better` is the name that was probably meant, or all that are as near, `otherwise` the hint where none was, and
    `known` what may be written then.
    """
    names = (better,) if isinstance(better, str) else better
    if names:
        quoted = join_words([f"»{one}«" for one in names], "eller")
        return Suggestion(f"{message} Mente du {quoted}?", f"Skriv {join_words(names, 'eller')}", names)
    return Suggestion(message, otherwise, known)


class Passage(NamedTuple):
    """One text as it was typed. `at` gives the place of so many characters from an offset.

    `field` is the field that it stands in, `kind` what sort of text that holds.
    """

    text: str
    at: Callable[[int, int], Location]
    field: str
    kind: type[Text]
    piece: FilePiece[Felter]

    @property
    def is_sentences(self) -> bool:
        """Tell whether the text must consist of whole sentences."""
        return issubclass(self.kind, (Prosa, Tekstfil))

    @property
    def may_hold_sentences(self) -> bool:
        """Tell whether the text may hold sentences, and therefore Markdown: the others are names and keywords."""
        return issubclass(self.kind, _SENTENCES)

    @property
    def reading(self) -> MarkdownText:
        """Give what the text is read as, which is what the editions are made of."""
        return read_markdown(self.text)

    @property
    def in_print(self) -> "Passage":
        """Give the text as it is printed, with places in what was typed; a name or a few words are printed as typed."""
        if not self.may_hold_sentences or not has_signs(self.text):
            return self
        printed = self.reading.printed
        return self._replace(text=printed.text, at=lambda start, length: self.at(*printed.span(start, length)))

    @property
    def shown(self) -> tuple[PlacedText, ...]:
        """Give what each block of the text shows; a name or a few words are one, as typed."""
        return self.reading.shown if self.may_hold_sentences else (PlacedText(self.text, ((0, 0),)),)

    @property
    def draft_weight(self) -> Severity | None:
        """Give the weight of what a text in a draft may still lack."""
        return self.piece.delivery.draft_weight

    def problem(  # noqa: PLR0913 - as of a group, with the place as two numbers
        self,
        kind: Kind,
        start: int,
        length: int,
        message: str,
        hint: str,
        *,
        weight: Severity | None = None,
        instead: tuple[str, ...] = (),
    ) -> Problem:
        """Make a finding about some characters; what runs over the end of a line is underlined to there.

        What may be written `instead` is offered where those characters are just what is underlined.
        """
        line = self.text[start : start + length].split("\n")[0]
        place = self.at(start, max(len(line), 1))
        offered = instead if place.length == length else ()
        return self.piece.problem(kind, place, message, hint, weight=weight, instead=offered)


class Typed(Frozen, eq=False):
    """Hold a scalar and the source that it was typed in.

    A text that runs over several lines was joined while it was read. Only its spaces changed, so the other characters
    are counted off in the source, once for all its places.
    """

    source: Source
    scalar: ScalarNode

    def place(self, offset: int, length: int) -> Location:
        """Give the place of so many characters from `offset` of the scalar's text.

        Where counting fails, as with escapes in quotes, the whole value is pointed at.
        """
        known, last = self._offsets, min(offset, len(self.scalar.text) - 1)
        return self.source.place(known[last], length) if last < len(known) else self.scalar.location

    @cached_property
    def _offsets(self) -> list[int]:
        """Give where each character stands in the source, a space as the sign before it; as far as they agree."""
        first, text = self.scalar.body or self.scalar.place(0), self.source.text
        at = self.source.offset(first) - 1
        found: list[int] = []
        for run in _RUNS.finditer(self.scalar.text):
            if run.lastgroup:
                found += [at] * len(run.group())
                continue
            signs, begin = run.group(), _next(text, at + 1)
            is_same = text.startswith(signs, begin)
            places = range(begin, begin + len(signs)) if is_same else _agreeing(text, begin, signs)
            found += places
            if len(places) < len(signs):
                break
            at = places[-1]
        return found


def _agreeing(text: str, at: int, run: str) -> Sequence[int]:
    """Give where the signs of a run stand from `at` on, as far as they agree."""
    found: list[int] = []
    for sign in run:
        at = _next(text, at)
        if text[at : at + 1] != sign:
            break
        found.append(at)
        at += 1
    return found


def _next(text: str, at: int) -> int:
    """Skip to the next character that is no space."""
    while text[at : at + 1].isspace():
        at += 1
    return at
