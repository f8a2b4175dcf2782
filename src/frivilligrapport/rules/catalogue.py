"""All rules and all kinds of findings, by code, and the checks that run them."""

from frivilligrapport.collection.kinds import COLLECTION_KINDS
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.figures.register import Registers
from frivilligrapport.grammar.period.kinds import PERIOD_KINDS
from frivilligrapport.grammar.quantity.kinds import QUANTITY_KINDS
from frivilligrapport.models.field_kinds import FIELD_KINDS
from frivilligrapport.problems import Kind, Problem
from frivilligrapport.reading.file_kinds import FILE_KINDS
from frivilligrapport.reading.yaml_kinds import YAML_KINDS
from frivilligrapport.rules.acceptance import ACCEPTANCE_KINDS
from frivilligrapport.rules.documents.bilag import BILAG_RULES
from frivilligrapport.rules.documents.foelgenotat import FOELGENOTAT_RULES
from frivilligrapport.rules.documents.notat_head import NOTAT_HEAD_RULES
from frivilligrapport.rules.documents.note_figures import NOTE_FIGURE_RULES
from frivilligrapport.rules.documents.plan_items import PLAN_ITEM_RULES
from frivilligrapport.rules.documents.plan_owner import PLAN_OWNER_RULES
from frivilligrapport.rules.documents.policy import POLICY_FOLDER_RULES, POLICY_RULES
from frivilligrapport.rules.documents.policy_points import POLICY_POINT_FOLDER_RULES, POLICY_POINT_RULES
from frivilligrapport.rules.documents.promises import PROMISE_RULES
from frivilligrapport.rules.figures.coming import COMING_RULES
from frivilligrapport.rules.figures.corps import CORPS_RULES
from frivilligrapport.rules.figures.counted_twice import COUNTED_TWICE_RULES
from frivilligrapport.rules.figures.decisions import DECISION_RULES
from frivilligrapport.rules.figures.empty_figures import EMPTY_FIGURE_RULES
from frivilligrapport.rules.figures.families import FAMILY_RULES
from frivilligrapport.rules.figures.last_year import LAST_YEAR_RULES
from frivilligrapport.rules.figures.lookalikes import LOOKALIKE_RULES
from frivilligrapport.rules.figures.shared_figures import FIGURE_RULES
from frivilligrapport.rules.figures.shared_owner import OWNER_RULES
from frivilligrapport.rules.figures.shares import SHARE_RULES
from frivilligrapport.rules.figures.swings import SWING_RULES
from frivilligrapport.rules.figures.units import UNIT_RULES
from frivilligrapport.rules.files.answers import ANSWER_RULES
from frivilligrapport.rules.files.colours import COLOUR_FOLDER_RULES
from frivilligrapport.rules.files.delivery import BUILD_RULES, DELIVERY_RULES
from frivilligrapport.rules.files.forvaltninger import FORVALTNING_FOLDER_RULES, FORVALTNING_RULES
from frivilligrapport.rules.files.hierarchy import HIERARCHY_RULES
from frivilligrapport.rules.files.ids import ID_RULES
from frivilligrapport.rules.files.logo import LOGO_FOLDER_RULES
from frivilligrapport.rules.files.placement import PLACEMENT_RULES
from frivilligrapport.rules.files.places import PLACE_FOLDER_RULES, PLACE_RULES
from frivilligrapport.rules.files.references import REFERENCE_RULES
from frivilligrapport.rules.files.strays import STRAY_FOLDER_RULES, STRAY_RULES
from frivilligrapport.rules.files.text_files import FILE_RULES
from frivilligrapport.rules.line_exceptions import Known
from frivilligrapport.rules.recovered import check_recovered
from frivilligrapport.rules.rule import FolderRule, Rule
from frivilligrapport.rules.texts.cut_off import CUT_OFF_RULES
from frivilligrapport.rules.texts.placeholder import PLACEHOLDER_RULES
from frivilligrapport.rules.texts.prose_counts import PROSE_COUNT_RULES
from frivilligrapport.rules.texts.short_edition import SHORT_EDITION_RULES
from frivilligrapport.rules.texts.wording import WORDING_RULES
from frivilligrapport.rules.walk import Year
from frivilligrapport.rules.weights import FIXED_WEIGHT, weight_faults

_RULES = (
    *UNIT_RULES, *SHARE_RULES, *EMPTY_FIGURE_RULES,
    *STRAY_RULES, *PLACEMENT_RULES, *FORVALTNING_RULES, *DELIVERY_RULES, *ANSWER_RULES,
    *ID_RULES, *REFERENCE_RULES, *HIERARCHY_RULES, *PLACE_RULES,
    *COMING_RULES, *FAMILY_RULES, *LAST_YEAR_RULES, *SWING_RULES, *OWNER_RULES, *FIGURE_RULES,
    *LOOKALIKE_RULES, *DECISION_RULES, *CORPS_RULES, *COUNTED_TWICE_RULES,
    *FILE_RULES, *BILAG_RULES, *SHORT_EDITION_RULES, *POLICY_RULES,
    *CUT_OFF_RULES, *PLACEHOLDER_RULES, *WORDING_RULES, *PROSE_COUNT_RULES,
    *NOTAT_HEAD_RULES, *FOELGENOTAT_RULES, *NOTE_FIGURE_RULES, *PROMISE_RULES,
    *PLAN_OWNER_RULES, *PLAN_ITEM_RULES, *POLICY_POINT_RULES,
)  # fmt: skip
RULES: tuple[Rule, ...] = tuple(sorted(_RULES, key=lambda rule: rule.kind.code))
FOLDER_RULES: tuple[FolderRule, ...] = (
    *STRAY_FOLDER_RULES,
    *FORVALTNING_FOLDER_RULES,
    *PLACE_FOLDER_RULES,
    *POLICY_FOLDER_RULES,
    *POLICY_POINT_FOLDER_RULES,
    *COLOUR_FOLDER_RULES,
    *LOGO_FOLDER_RULES,
)
_KINDS = (
    *FILE_KINDS, *YAML_KINDS, *FIELD_KINDS, *QUANTITY_KINDS, *PERIOD_KINDS, *COLLECTION_KINDS, *ACCEPTANCE_KINDS,
    FIXED_WEIGHT,
    *(rule.kind for rule in (*RULES, *BUILD_RULES)), *(rule.kind for rule in FOLDER_RULES),
)  # fmt: skip
ALL_KINDS: tuple[Kind, ...] = tuple(sorted(dict.fromkeys(_KINDS), key=lambda kind: kind.code))


def check_year(samling: Samling, aargang: Aargang, counted: Registers | None = None) -> tuple[Problem, ...]:
    """Give what the rules find in a year, in order; what reading found is in `samling.problems`.

    `counted` are the figures that the command has counted already.
    """
    return _check(RULES, Year(samling, aargang, counted))


def check_build(samling: Samling, aargang: Aargang, counted: Registers | None = None) -> tuple[Problem, ...]:
    """Give what `check_year` gives and what only a finished report asks for: all deliveries, and no drafts.

    A missing delivery is an error here and stands once, not also as the warning of `check_year`.
    """
    asked_otherwise = {rule.kind for rule in BUILD_RULES}
    rules = (*(rule for rule in RULES if rule.kind not in asked_otherwise), *BUILD_RULES)
    return _check(rules, Year(samling, aargang, counted))


def check_folder(samling: Samling) -> tuple[Problem, ...]:
    """Give what is wrong outside the years: in kommune.yaml, in politik/, and with files that lie astray."""
    found = {problem: None for rule in FOLDER_RULES for problem in rule.check(samling)}
    return _ordered(found | dict.fromkeys(weight_faults(samling, frozenset(kind.code for kind in ALL_KINDS))))


def known(samling: Samling) -> Known:
    """Say which codes there are, and which of them the checks above look for."""
    codes = frozenset(kind.code for kind in ALL_KINDS)
    left_out = {rule.kind.code for rule in RULES if rule.needs_folder} if samling.lone else set()
    return Known(codes, codes - left_out)


def _check(rules: tuple[Rule, ...], year: Year) -> tuple[Problem, ...]:
    fitting = (rule for rule in rules if not (year.samling.lone and rule.needs_folder))
    found = {problem: None for rule in fitting for problem in rule.check(year)}
    return _ordered(found | dict.fromkeys(check_recovered(RULES, year.samling, year.aargang)))


def _ordered(problems: dict[Problem, None]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.order))
