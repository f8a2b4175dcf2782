"""Quantities: from what an office worker typed to what it certainly says (number grammar, section 1)."""

from frivilligrapport.grammar.quantity.amount import quantity_within
from frivilligrapport.grammar.quantity.kinds import QUANTITY_KINDS
from frivilligrapport.grammar.quantity.parse import parse_quantity
from frivilligrapport.grammar.quantity.value import CA_MARGIN, Bounds, Precision, Quantity

__all__ = ["CA_MARGIN", "QUANTITY_KINDS", "Bounds", "Precision", "Quantity", "parse_quantity", "quantity_within"]
