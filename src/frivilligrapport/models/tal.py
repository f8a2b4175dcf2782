"""Figures as they are reported: a unit and a quantity, in the short form or the long."""

import re
from functools import cached_property

from frivilligrapport.fast_start import pattern
from frivilligrapport.models.fields.base import Felter, field, key
from frivilligrapport.models.fields.leaves import Andelsmaengde, Bemaerkning, Henvisning, Maengde, Navn, Periode, Text
from frivilligrapport.models.lister import UOPLYST, JaNejUoplyst, Metode

_LABELLED = pattern(r"^(?P<unit>.*?)\s*\((?P<label>[^()]*)\)$", re.DOTALL)


class Delmaengde(Felter):
    """A subset of a figure (`heraf`): shown, checked against the whole, never added."""

    navn: Navn = key("Navn")
    antal: Maengde = field("Hvor mange af det hele, fx 5, ca. 2/3 eller uoplyst.", unreadable=UOPLYST)


class Tal(Felter):
    """One reported figure. `enhed_og_maerke` is the key as typed, such as `møder (board)`."""

    enhed_og_maerke: Henvisning = key("Enhed")
    antal: Maengde | None = field(
        "Tallet, som det er kendt: 15, 2.600, ca. 15, over 100, op mod 10.000, 20-30, mange eller uoplyst.",
        unreadable=UOPLYST,
        usual=True,
    )
    forrige_aar: Maengde | None = field("Tallet for året før, målt på samme måde, fx 12.", usual=True)
    paa_vej: Maengde | None = field("Hvor mange der er på vej, fx 9.", typed="Skriv også på_vej_med_i_antal.")
    paa_vej_med_i_antal: JaNejUoplyst | None = field(
        "Om dem, der er på vej, er talt med i antal: ja, nej eller uoplyst.", label="Er de på vej med i antal?"
    )
    heraf: tuple[Delmaengde, ...] = field(
        "Dele af antallet, hver med sit eget navn, fx »unge: 5«. De vises og lægges aldrig til.",
        keyed_by="antal",
        example="unge: 5",
    )
    mindst: Maengde | None = field("Det mindste, det kan være, når det er kendt nærmere end i antal, fx 140.")
    hoejst: Maengde | None = field("Det højeste, det kan være, når det er kendt nærmere end i antal, fx 160.")
    andel: Andelsmaengde | None = field(
        "En del af noget, der ikke selv er et antal, fx 15 %. Den vises og lægges aldrig sammen."
    )
    af: Text | None = field("Det, som andelen er en del af, fx »§ 18-midlerne«.", label="Andel af")
    opgjort: Periode | None = field("Hvornår tallet er gjort op, fx december 2014.", label="Gjort op", column=3)
    kilde: Text | None = field("Hvor tallet kommer fra, fx deltagerlister fra arrangementerne.", usual=True, column=2)
    metode: Metode | None = field("Hvordan tallet er fundet, fx optælling eller skøn.", usual=True, column=1)
    tael_med: bool = field(
        "Skriv nej, hvis tallet kun skal vises og ikke lægges til de samlede tal.", default=True, label="Lægges til"
    )
    bemaerkning: Bemaerkning | None = field("Det, en læser skal vide om tallet. Det står i rapporten.", column=4)
    forklaring: Bemaerkning | None = field(
        "Hvorfor tallet er meget anderledes end året før. Forklaringen står i rapporten."
    )

    @cached_property
    def enhed(self) -> str:
        """The unit's name without its label."""
        match = self._labelled
        return match["unit"].strip() if match else str(self.enhed_og_maerke)

    @cached_property
    def maerke(self) -> str:
        """The label in parentheses, or ""."""
        match = self._labelled
        return match["label"].strip() if match else ""

    @property
    def _labelled(self) -> re.Match[str] | None:
        return _LABELLED.match(self.enhed_og_maerke) if ")" in self.enhed_og_maerke else None
