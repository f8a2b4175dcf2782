"""Figures as they are reported: a unit and a quantity, in the short form or the long."""

import re
from typing import Annotated

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from frivilligrapport.models.base import KEY, Felter, keyed
from frivilligrapport.models.choices import JaNej, JaNejUoplyst, Metode
from frivilligrapport.models.leaves import Maengde, Periode, Text
from frivilligrapport.models.structure import field_names

# The key that a group stands under; it is not a field that can be typed.
Noegle = SkipJsonSchema[Annotated[Text, Field(validation_alias=KEY, exclude=True)]]
_LABELLED = re.compile(r"^(?P<unit>.*?)\s*\((?P<label>[^()]*)\)$", re.DOTALL)


class Delmaengde(Felter):
    """A subset of a figure (`heraf`): shown, checked against the whole, never added."""

    navn: Noegle
    antal: Maengde


class Tal(Felter):
    """One reported figure. `enhed_og_maerke` is the key as typed, such as `møder (board)`."""

    enhed_og_maerke: Noegle
    antal: Maengde | None = None
    forrige_aar: Maengde | None = None
    paa_vej: Maengde | None = None
    paa_vej_med_i_antal: JaNejUoplyst | None = None
    heraf: Annotated[tuple[Delmaengde, ...], keyed("antal")] = ()
    mindst: Maengde | None = None
    hoejst: Maengde | None = None
    andel: Maengde | None = None
    af: Text | None = None
    opgjort: Periode | None = None
    kilde: Text | None = None
    metode: Metode | None = None
    tael_med: JaNej = True
    bemaerkning: Text | None = None
    forklaring: Text | None = None

    @property
    def enhed(self) -> str:
        """The unit's name without its label."""
        match = _LABELLED.match(self.enhed_og_maerke)
        return match["unit"].strip() if match else str(self.enhed_og_maerke)

    @property
    def maerke(self) -> str:
        """The label in parentheses, or ""."""
        match = _LABELLED.match(self.enhed_og_maerke)
        return match["label"].strip() if match else ""


TalListe = Annotated[tuple[Tal, ...], keyed("antal", field_names(Tal))]
