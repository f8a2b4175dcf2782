"""All rules and all kinds of findings, by code: a rule is found by itself where it is declared."""

from collections.abc import Iterator

from frivilligrapport.collection.kinds import (
    COLLECTION_KINDS,
    DUPLICATE_DELIVERY,
    NO_REGISTER,
    PERSONAL_DATA,
    STRAY_FILE,
)
from frivilligrapport.fast_start import modules_of
from frivilligrapport.grammar.period.kinds import PERIOD_KINDS
from frivilligrapport.grammar.quantity.kinds import QUANTITY_KINDS, SHARE_WITHOUT_WHOLE
from frivilligrapport.models.fields.kinds import FIELD_KINDS
from frivilligrapport.models.udseende import BAD_COLOUR, UNKNOWN_PLACE
from frivilligrapport.problems import Kind
from frivilligrapport.reading.file_kinds import FILE_KINDS
from frivilligrapport.reading.yaml_kinds import YAML_KINDS
from frivilligrapport.rules import documents, figures, files, texts
from frivilligrapport.rules.files.deliveries import DRAFT_DELIVERY
from frivilligrapport.rules.kinds import ACCEPTANCE_KINDS, ALTERED_TEXT, FIXED_SEVERITY
from frivilligrapport.rules.rule import FolderRule, Rule


def _declared() -> Iterator[Rule | FolderRule]:
    """Yield the rules of every module in the rooms for rules, in the order of the modules' names."""
    for room in (files, figures, texts, documents):
        for module in modules_of(room):
            yield from (one for one in vars(module).values() if isinstance(one, Rule | FolderRule))


_RULES = sorted(_declared(), key=lambda one: one.kind.code)
RULES = tuple(one for one in _RULES if isinstance(one, Rule) and not one.for_build)
BUILD_RULES = tuple(one for one in _RULES if isinstance(one, Rule) and one.for_build)
FOLDER_RULES = tuple(one for one in _RULES if isinstance(one, FolderRule))
# Findings that only several files together show: while one is awaited, nobody knows that they are not there.
SHOWN_TOGETHER = frozenset(
    one.kind.code for one in RULES if one.needs_folder and one.check.__module__.startswith(f"{figures.__name__}.")
)
_KINDS = (
    *FILE_KINDS, *YAML_KINDS, *FIELD_KINDS, *QUANTITY_KINDS, *PERIOD_KINDS, *COLLECTION_KINDS, *ACCEPTANCE_KINDS,
    BAD_COLOUR, UNKNOWN_PLACE, FIXED_SEVERITY, ALTERED_TEXT, *(one.kind for one in _RULES),
)  # fmt: skip
ALL_KINDS: tuple[Kind, ...] = tuple(sorted(dict.fromkeys(_KINDS), key=lambda kind: kind.code))
_NEVER_ACCEPTED = {
    kind.code for kind in (STRAY_FILE, DUPLICATE_DELIVERY, NO_REGISTER, DRAFT_DELIVERY, ALTERED_TEXT, *ACCEPTANCE_KINDS)
}


def is_acceptable_in_report(code: str) -> bool:
    """Tell whether a report can accept findings of a code: also that something is no CPR number, at one named place."""
    return is_acceptable(code) or code.strip().upper() == PERSONAL_DATA.code


def is_acceptable(code: str) -> bool:
    """Tell whether findings of a code can be accepted at all."""
    upper = code.strip().upper()
    return upper == SHARE_WITHOUT_WHOLE.code or (upper.startswith(("FR3", "FR4")) and upper not in _NEVER_ACCEPTED)
