"""Whose a file is that does not belong where it lies, and what it should have been called."""

import re
from collections.abc import Container

from frivilligrapport.collection.folder import KOMMUNE, RAPPORT
from frivilligrapport.collection.organisation import units
from frivilligrapport.collection.values import Samling, Stray
from frivilligrapport.danish import nearest_word, normal_key
from frivilligrapport.models.filtyper import document_type_of
from frivilligrapport.models.kommune import Forvaltning


def meant_for(samling: Samling, stray: Stray, delivered: Container[str] = ()) -> Forvaltning | None:
    """Find the forvaltning that a stray is from: by what it says inside or by its name.

    A name that is only nearly right is not taken for a forvaltning that has delivered already.
    """
    if proper_name(stray):
        return None
    known = {key: one for key, one in _by_key(samling).items() if str(one.id) not in delivered}
    close = nearest_word(_stem(stray), known)
    return sure_owner(samling, stray) or (known[close] if close else None)


def sure_owner(samling: Samling, stray: Stray) -> Forvaltning | None:
    """Find the forvaltning that a stray names, inside or as a word of its own name; None when it names none."""
    if proper_name(stray):
        return None
    known, stem = _by_key(samling), _stem(stray)
    words = (normal_key(stray.forvaltning), normal_key(stem), *re.split(r"[^a-z0-9]+", stem))
    return next((known[word] for word in words if word in known), None)


def proper_name(stray: Stray) -> str:
    """Give the right name of a file that is no status file but meant as one of the year's others, "" for the rest."""
    right = f"{_stem(stray)}.yaml"
    return right if right == RAPPORT or document_type_of(right) else ""


def is_register(stray: Stray) -> bool:
    """Tell whether a file seems to be meant as kommune.yaml."""
    return f"{_stem(stray)}.yaml" == KOMMUNE


def _by_key(samling: Samling) -> dict[str, Forvaltning]:
    named = (one for one in units(samling) if not one.is_network)
    return {key: one for one in named for key in (one.id.key, one.forkortelse.key, one.navn.key)}


def _stem(stray: Stray) -> str:
    return normal_key(stray.name.lower().removesuffix(".txt").rsplit(".", 1)[0]).replace("_", "-")
