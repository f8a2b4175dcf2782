"""Hold what a build would give now against the edition that was published."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from frivilligrapport.pipeline.edition import Order
from frivilligrapport.pipeline.manifest import MANIFEST, Manifest, Output


class State(StrEnum):
    """What has become of a file, in the words that are shown."""

    SAME = "uændret"
    CHANGED = "ændret"
    EDITED = "ændret (rettet, efter at den blev bygget)"
    MISSING = "mangler"
    UNREADABLE = "kan ikke læses"
    NEW = "ny"
    GONE = "findes ikke mere"
    DROPPED = "bygges ikke mere"
    LEFT = "stammer fra en tidligere bygning"


@dataclass(frozen=True, slots=True)
class Edition:
    """Hold the files of an edition by name, and its manifest; None where that is missing or cannot be read."""

    files: Mapping[str, bytes]
    manifest: Manifest | None


@dataclass(frozen=True, slots=True)
class Recheck:
    """Give each file's state, what an edition is made of that has changed, and versions (name, then, now)."""

    files: tuple[tuple[str, State], ...]
    sources: tuple[tuple[str, State], ...] = ()
    versions: tuple[tuple[str, str, str], ...] = ()

    @property
    def is_same(self) -> bool:
        """Tell whether a build would give the same files; other versions alone are no difference."""
        return all(state is State.SAME for _, state in self.files)


def order_again(order: Order, then: Manifest | None) -> Order:
    """Ask again for the files that were published, of those asked for now, and as a draft if they were one."""
    if then is None:
        return order
    only = frozenset(name for name in then.outputs if _is_asked(order, name))
    return replace(order, only=only, draft=order.draft or then.draft)


def recheck(now: Edition, then: Edition, order: Order) -> Recheck:
    """Compare an edition made now with the one that was published, as far as `order` asks."""
    if now.manifest is None or then.manifest is None:
        state = State.UNREADABLE if MANIFEST in then.files else State.MISSING
        return Recheck((*_made(now.files, then.files, {}), (MANIFEST, state)))
    before, after = then.manifest, now.manifest
    others = sorted(name for name in {*then.files, *before.outputs} - now.files.keys() if _is_asked(order, name))
    left = [(name, State.DROPPED if name in before.outputs else State.LEFT) for name in others]
    sources = tuple(_sources(before.sources, after.sources))
    is_right = all(before.outputs.get(name) == one for name, one in after.outputs.items()) and not sources
    files = (*_made(now.files, then.files, before.outputs), *left, (MANIFEST, _same(is_right)))
    return Recheck(files, sources, tuple(_versions(before.versions, after.versions)))


def _is_asked(order: Order, name: str) -> bool:
    document, _, form = name.rpartition(".")
    return form in order.formats and (not order.document or f"{document}-".startswith(f"{order.document}-"))


def _same(is_same: bool) -> State:
    return State.SAME if is_same else State.CHANGED


def _made(
    now: Mapping[str, bytes], then: Mapping[str, bytes], told: Mapping[str, Output]
) -> Iterator[tuple[str, State]]:
    for name, data in now.items():
        if name not in then:
            yield name, State.MISSING
        elif then[name] != data and told.get(name) not in (None, Output.of(then[name])):
            yield name, State.EDITED
        else:
            yield name, _same(then[name] == data)


def _sources(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[tuple[str, State]]:
    for name in sorted({*before, *after}):
        if name not in after:
            yield name, State.GONE
        elif name not in before:
            yield name, State.NEW
        elif before[name] != after[name]:
            yield name, State.CHANGED


def _versions(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    for name in sorted({*before, *after}):
        if before.get(name) != after.get(name):
            yield name, before.get(name, ""), after.get(name, "")
