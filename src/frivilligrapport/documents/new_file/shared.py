"""What several forvaltninger share, carried into the new year under the names that they have there."""

from collections.abc import Iterator

from frivilligrapport.documents.new_file.before import Before, Start
from frivilligrapport.models.indsats import Faelles, Indsats
from frivilligrapport.rendering.yaml_text import Field, Group
from frivilligrapport.rules.register import find, is_unanswered


def shared(start: Start, before: Before, one: Indsats) -> Iterator[Field]:
    """Yield the mark of a shared indsats; none when nobody is left to share it with."""
    faelles = one.faelles
    if faelles is None or is_unanswered(faelles.id) or is_unanswered(faelles.taeller_hos):
        return
    own = str(start.forvaltning.forkortelse)
    owner = _name_now(start, before, faelles.taeller_hos)
    others = tuple(name for name in _names(start, before, faelles) if name != own)
    if not owner or (owner == own and not others):
        return
    med = [Field("med", others)] if others else []
    yield Field("fælles", Group((Field("id", str(faelles.id)), *med, Field("tæller_hos", owner))))


def _names(start: Start, before: Before, faelles: Faelles) -> tuple[str, ...]:
    now = (_name_now(start, before, name) for name in faelles.med if not is_unanswered(name))
    return tuple(dict.fromkeys(name for name in now if name))


def _name_now(start: Start, before: Before, name: str) -> str:
    """Give the acronym of the one forvaltning that has the tasks now, "" when the register does not know of one."""
    unit = find(start.samling, name)
    heirs = before.succession.heirs_of(str(unit.id)) if unit else ()
    known = {str(one.id): str(one.forkortelse) for one in before.succession.after.values()}
    return known.get(heirs[0], "") if len(heirs) == 1 else ""
