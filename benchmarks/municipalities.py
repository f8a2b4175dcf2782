"""Write made-up municipalities of any number: seven forvaltninger each, fifteen indsatser a file. All invented."""

import random
from pathlib import Path

FORVALTNINGER = ("tmf", "sof", "kff", "buf", "suf", "bif", "oekf")
TILSTANDE = ("afholdt", "i gang", "i drift", "etableret", "planlagt", "på vej")
ENHEDER = ("frivillige", "projekter", "gæster", "møder", "foreninger", "kurser", "deltagere")
INDSATSER = 15
SYLLABLES = [consonant + vowel for consonant in "bdfghjklmnprstv" for vowel in "aeiouyæøå"]


def write_municipality(folder: Path, number: int, indsatser: int = INDSATSER) -> Path:
    """Write one municipality's work folder with so many indsatser a file; the same numbers give the same files."""
    chance = random.Random(number)  # noqa: S311 - made-up figures, no secrets
    base = folder / f"kommune-{number:02}" / "indberetninger"
    (base / "2014").mkdir(parents=True)
    register = [f"kommune: Prøvekommune {number}", "forvaltninger:"]
    for name in FORVALTNINGER:
        register += [f"  - id: {name}", f"    forkortelse: {name.upper()}", f"    navn: Forvaltningen {name.upper()}"]
        (base / "2014" / f"{name}.yaml").write_text(_status_file(name, chance, indsatser), encoding="utf-8")
    (base / "kommune.yaml").write_text("\n".join(register) + "\n", encoding="utf-8")
    (base / "2014" / "rapport.yaml").write_text("titel: Opdigtet\når: 2014\nforslag: ingen\n", encoding="utf-8")
    return base.parent


def _status_file(name: str, chance: random.Random, indsatser: int) -> str:
    names = _names(random.Random(name), indsatser)  # noqa: S311 - made-up names, no secrets
    lines = [f"forvaltning: {name.upper()}", "år: 2014", "filstatus: klar", "status:", "  - overskrift: Året"]
    lines += ["    tekst: Opdigtet tekst.", "perspektiver: ingen", "forslag: ingen", "indsatser:"]
    for index, called in enumerate(names):
        lines += [f"  - id: {name}-{index}", f"    navn: {called}"]
        lines += [f"    tilstand: {chance.choice(TILSTANDE)}", "    periode: 2014", "    tal:"]
        lines += [f"      {unit}: {_quantity(chance)}" for unit in chance.sample(ENHEDER, 3)]
    return "\n".join(lines) + "\n"


def _names(chance: random.Random, number: int) -> list[str]:
    """Make up names that are not alike, as those of real indsatser: look-alikes would be asked about, pair by pair."""
    return ["".join(chance.sample(SYLLABLES, 5)).capitalize() for _ in range(number)]


def _quantity(chance: random.Random) -> str:
    number = chance.randint(13, 9_000)
    forms = ("{n}", "{n}", "{n}", "ca. {n}", "over {n}", "op mod {n}", "mellem {n} og {m}", "mange", "uoplyst")
    return chance.choice(forms).format(n=number, m=number * 2)
