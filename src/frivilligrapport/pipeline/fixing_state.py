"""What a file comes to as it stands, and whether a repair makes it better and nothing worse."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from frivilligrapport.collection.kinds import PERSONAL_DATA
from frivilligrapport.collection.values import Samling
from frivilligrapport.problems import Problem
from frivilligrapport.reading.repair.draft import Draft
from frivilligrapport.reading.repair.progress import Progress, parsed, progress
from frivilligrapport.reading.source import Source
from frivilligrapport.rules.run import examine, is_among

# Reads everything anew with other bytes for the files named.
Reload = Callable[[Mapping[str, bytes]], Samling]


@dataclass(frozen=True)
class Known:
    """Hold all open findings of a collection, and the texts that they are in."""

    problems: tuple[Problem, ...]
    sources: Mapping[str, Source]

    def has_personal_data(self, paths: tuple[str, ...]) -> bool:
        """Tell whether everything must stop: personal data in one of the files, or below one of the folders."""
        return any(one.kind is PERSONAL_DATA and is_among(one.location.file, paths) for one in self.problems)

    def count(self) -> Counter[tuple[str, str, int]]:
        """Count findings by code, file and line: what else is said of them may depend on other lines."""
        return Counter((one.code, one.location.file, one.location.line) for one in self.problems)


def known(samling: Samling) -> Known:
    """Examine a collection as `validate` does."""
    return Known(examine(samling).open, samling.sources)


@dataclass(frozen=True)
class State:
    """Hold a draft of one file, how far it can be read, and what is then found in all files."""

    draft: Draft
    progress: Progress
    known: Known

    @property
    def is_readable(self) -> bool:
        """Tell whether the file can be read to its end."""
        return self.progress[0]

    def betters(self, before: "State", *, may_be_equal: bool = False) -> bool:
        """Tell whether this state is better than the one before, and in nothing worse.

        A file that can be read further may then show what else is wrong with it. Otherwise no finding may be new, and
        one must be gone unless `may_be_equal`.
        """
        if self.progress != before.progress:
            return self.progress > before.progress
        here, there = self.known.count(), before.known.count()
        return here <= there and (may_be_equal or here != there)


@dataclass
class Judge:
    """Examine drafts of one file among all others; `changed` are the files that have been repaired before it."""

    file: str
    reload: Reload
    changed: Mapping[str, bytes]
    _seen: dict[bytes, Known] = field(default_factory=dict)

    def of(self, draft: Draft) -> State:
        """Give what a draft comes to."""
        data = draft.data
        if data not in self._seen:
            self._seen[data] = known(self.reload({**self.changed, self.file: data}))
        return State(draft, progress(draft, parsed(draft)), self._seen[data])

    def remember(self, data: bytes, seen: Known) -> None:
        """Take what is known of the file as it is, so that it need not be read again."""
        self._seen[data] = seen
