"""Safe repairs: from the files as they are to the files as they may be written, without anything being written."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from frivilligrapport.collection.kinds import PERSONAL_DATA
from frivilligrapport.collection.values import Samling
from frivilligrapport.pipeline.repair_policy import is_asked, sure_text
from frivilligrapport.problems import Problem
from frivilligrapport.reading.characters import visible
from frivilligrapport.reading.field_names import NO_NAMES
from frivilligrapport.reading.repair.draft import Draft, EditGroup, Repair
from frivilligrapport.reading.repair.edits import bullets, moved_lines, pasted, private_bullets, straight_quotes
from frivilligrapport.reading.repair.encoding import draft_from_bytes, with_plain_characters
from frivilligrapport.reading.repair.tabs import count_fitting, untabbed
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.yaml_kinds import BULLET, WRONG_INDENT, YAML_KINDS
from frivilligrapport.rules.acceptance.sorting import is_among
from frivilligrapport.rules.run import examine

# Reads everything anew with other bytes for the files named.
Reload = Callable[[Mapping[str, bytes]], Samling]
# Asks the user which of a finding's texts is meant; None leaves the finding.
ChooseText = Callable[[Problem, Mapping[str, Source]], str | None]

_YAML = (".yaml", ".yml")
_MOST_TRIES = 100  # for one file, before it is left as it then is


@dataclass(frozen=True)
class OpenFindings:
    """Hold all open findings of a collection, and the texts that they are in."""

    problems: tuple[Problem, ...]
    sources: Mapping[str, Source]

    def has_personal_data(self, paths: tuple[str, ...]) -> bool:
        """Tell whether everything must stop: personal data in one of the files, or below one of the folders."""
        return any(one.kind is PERSONAL_DATA and is_among(one.location.file, paths) for one in self.problems)

    def in_file(self, file: str) -> list[Problem]:
        """Give what is found in a file."""
        return [one for one in self.problems if one.location.file == file]

    def count(self) -> Counter[tuple[str, int, str]]:
        """Count findings by file, line and code: what else is said of them may depend on other lines."""
        return Counter((one.location.file, one.location.line, one.code) for one in self.problems)


@dataclass(frozen=True)
class RepairedFile:
    """Hold a file before and after its repairs; `shown` are both texts with nothing in them that cannot be seen."""

    file: str
    before: bytes
    after: bytes
    shown: tuple[str, str]
    repairs: tuple[Repair, ...]


@dataclass(frozen=True)
class Repairs:
    """Hold the files that can be repaired, and what is found in all files once they are."""

    files: tuple[RepairedFile, ...]
    left: OpenFindings


def open_findings(samling: Samling) -> OpenFindings:
    """Examine a collection as `validate` does, and give all that is found: what is repaired must not uncover more."""
    return OpenFindings(examine(samling, in_full=True).open, samling.sources)


def repair(samling: Samling, paths: Iterable[str], reload: Reload, choose: ChooseText | None = None) -> Repairs:
    """Repair the files that are among `paths` as shown ("." is all), without asking when `choose` is None.

    Nothing is done where there is personal data. Never raises for what the files hold.
    """
    wanted = tuple(paths)
    seen, changed, found = open_findings(samling), dict[str, bytes](), list[RepairedFile]()
    for file in sorted(file for file in samling.originals if is_among(file, wanted)):
        if seen.has_personal_data(wanted):
            break
        before = samling.originals[file].data
        source = seen.sources.get(file)
        draft = draft_from_bytes(before, source.names if source else NO_NAMES)
        if draft is None:
            continue

        @cache
        def examined(data: bytes, file: str = file, seen: OpenFindings = seen, before: bytes = before) -> OpenFindings:
            return seen if data == before else open_findings(reload({**changed, file: data}))

        draft = with_plain_characters(draft)
        if file.lower().endswith(_YAML):
            draft = _Repairer(file, examined, choose).repaired_and_asked(draft)
        if draft.data != before:
            found.append(RepairedFile(file, before, draft.data, (_shown(before), _shown(draft.data)), draft.repairs))
            seen = examined(draft.data)
            changed[file] = draft.data
    return Repairs(tuple(found), seen)


def _shown(data: bytes) -> str:
    draft = draft_from_bytes(data)
    return visible(unicodedata.normalize("NFC", draft.text)) if draft else ""


@dataclass
class _Repairer:
    """Repair the lines of one file among all others; `examined` gives what is found with other bytes for the file."""

    file: str
    examined: Callable[[bytes], OpenFindings]
    choose: ChooseText | None
    tries: int = _MOST_TRIES
    refused: set[EditGroup] = field(default_factory=set)

    def repaired_and_asked(self, draft: Draft) -> Draft:
        """Make the sure repairs, then ask about the others one by one."""
        draft, asked = self._repaired(draft), set[tuple[str, int, str]]()
        while self.choose and (question := next(self._questions(draft, asked), None)):
            asked.add(_named(draft, question))
            text = self.choose(question, self.examined(draft.data).sources)
            answer = pasted(draft, question, text) if text is not None else ()
            if answer:
                better = draft.with_edits([answer])
                is_further = better.progress > draft.progress
                draft = self._repaired(better if is_further or not self._failed(draft, better, [answer]) else draft)
        return draft

    def _questions(self, draft: Draft, asked: set[tuple[str, int, str]]) -> Iterator[Problem]:
        for problem in self._findings(draft):
            ways = (pasted(draft, problem, text) for text in problem.instead)
            if is_asked(problem) and _named(draft, problem) not in asked and any(ways):
                yield problem

    def _findings(self, draft: Draft) -> list[Problem]:
        return self.examined(draft.data).in_file(self.file)

    def _repaired(self, draft: Draft) -> Draft:
        """Make all sure repairs, and again those that they make possible, until nothing changes."""
        while True:
            before, draft = draft, self._mended(self._with_tabs(draft))
            if draft == before:
                return draft

    def _mended(self, draft: Draft) -> Draft:
        """Make all sure repairs but those of tabs."""
        while True:
            before, draft = draft, self._with_words(self._with_slips(draft))
            draft = self._applied(draft, list(private_bullets(draft)), must_help=False)
            if draft == before:
                return draft

    def _with_tabs(self, draft: Draft) -> Draft:
        """Write tabs as spaces in the way that lets the file be read furthest when everything else is repaired too.

        Where several ways are as good and say different things, the tabs stay.
        """
        ways = () if draft.progress[0] else untabbed(draft)
        # How far along a line the reading went says nothing of the tabs on it.
        ends = [
            ((*end.progress[:2], -len(self._findings(end)), count_fitting(draft, way)), end)
            for way, end in ((way, self._mended(way)) for way in ways)
            if end.progress > draft.progress
        ]
        best = [end for rank, end in ends if rank == max(rank for rank, _ in ends)]
        return best[0] if len({end.meaning for end in best}) == 1 else draft

    def _with_slips(self, draft: Draft) -> Draft:
        """Repair what stops the reading, one slip after the other, as long as that is sure and the reading goes on.

        Not where something else is then wrong on the same line: that the line can be read is no gain by itself.
        """
        while True:
            better, done = draft, list[EditGroup]()
            while better.parsing.slip and (edits := _sure_edits(better, better.parsing.slip)):
                further = better.with_edits([edits])
                if edits in self.refused or further.progress <= better.progress:
                    break
                better = further
                done.append(edits)
            harmful = self._failed(draft, better, done) if done else ()
            if not harmful:
                return better
            self.refused.update(harmful)

    def _with_words(self, draft: Draft) -> Draft:
        """Repair what is found in the file, at most once on each line."""
        groups: list[EditGroup] = []
        taken: set[int] = set()
        for problem in self._findings(draft):
            group = _sure_edits(draft, problem)
            numbers = {edit.number for edit in group}
            if group and not taken & numbers:
                groups.append(group)
                taken |= numbers
        return self._applied(draft, groups)

    def _applied(self, draft: Draft, groups: Sequence[EditGroup], *, must_help: bool = True) -> Draft:
        """Carry out edits without those that fail; where it cannot be seen which, each half is tried by itself."""
        while groups and self.tries:
            self.tries -= 1
            better = draft.with_edits(groups)
            failed = self._failed(draft, better, groups, must_help=must_help)
            if not failed:
                return better
            if failed == groups and len(groups) > 1:
                half = len(groups) // 2
                first = self._applied(draft, groups[:half], must_help=must_help)
                return self._applied(first, groups[half:], must_help=must_help)
            groups = [group for group in groups if group not in failed]
        return draft

    def _failed(
        self, before: Draft, after: Draft, groups: Sequence[EditGroup], *, must_help: bool = True
    ) -> Sequence[EditGroup]:
        """Give those edits that do harm, or do not help; all of them when there is harm that none can be blamed for.

        Harm is that the file cannot be read as far, or that something new is found. A file that can be read further
        may show what else is wrong with it on other lines.
        """
        if after.progress < before.progress:
            # What stops the reading has been written on that line, or else above it.
            above = [group for group in groups if group[0].number <= after.parsing.stopped[0]]
            return above[-1:] or groups
        old, new = self.examined(before.data).count(), self.examined(after.data).count()
        worse, gone = ({place[:2] for place in counted} for counted in (new - old, old - new))
        harmful = [group for group in groups if not worse.isdisjoint(self._places(group))]
        if harmful or after.progress > before.progress:
            return harmful
        if worse:
            return groups
        return [group for group in groups if must_help and gone.isdisjoint(self._places(group))]

    def _places(self, group: EditGroup) -> set[tuple[str, int]]:
        return {(self.file, edit.number + 1) for edit in group}


def _sure_edits(draft: Draft, problem: Problem) -> EditGroup:
    """Make the edits that repair a finding, none when it is not sure how."""
    place = problem.location
    if place.line > len(draft.lines):
        return ()
    if problem.kind is BULLET:
        return bullets(draft, place.line - 1)
    if problem.kind is WRONG_INDENT and (edits := moved_lines(draft, problem)):
        return edits
    text = sure_text(problem, draft.lines[place.line - 1][place.column - 1 :][: place.length])
    quotes = straight_quotes(draft, problem) if problem.kind in YAML_KINDS else ()
    return quotes or (pasted(draft, problem, text) if text is not None else ())


def _named(draft: Draft, problem: Problem) -> tuple[str, int, str]:
    """Name a finding so that it is known again when others have been repaired."""
    place = problem.location
    line = draft.lines[place.line - 1] if place.line <= len(draft.lines) else ""
    return problem.code, place.line, line[place.column - 1 :][: place.length]
