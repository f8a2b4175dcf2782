"""Show how `validate` grows with what a file repeats: CPU seconds at its worst, and the exponent of the last doubling.

Every pattern is one thing repeated until the file is full, such as a hostile or unlucky hand may do it. An exponent of
1 means that twice as much takes twice as long. Nothing here fails: it measures.
"""

import argparse
import math
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from municipalities import SYLLABLES

from frivilligrapport.collection.loader import load
from frivilligrapport.problems.reporters.text import findings_text
from frivilligrapport.rendering.templates.process_limits import timed
from frivilligrapport.rules.run import examine

LARGEST = 900_000  # a little below what a file may hold
STEPS = (16, 8, 4, 2, 1)
TOO_SHORT = 0.05  # seconds that say nothing of growth

HEAD = "forvaltning: TMF\når: 2014\nfilstatus: klar\n"
REST = "perspektiver: ingen\nforslag: ingen\nindsatser: ingen\n"
KOMMUNE = (
    "kommune: Prøvekøbing\nforvaltninger:\n"
    "  - id: tmf\n    forkortelse: TMF\n    navn: Teknikforvaltningen\n"
    "  - id: kff\n    forkortelse: KFF\n    navn: Kulturforvaltningen\n"
)
RAPPORT = "titel: Opdigtet\når: 2014\nforslag: ingen\n"
LINE = "\n      "  # how a line of a text begins in its file
INDSATS = "  - id: sag-{n}\n    navn: {name}\n    tilstand: afholdt\n    periode: 2014\n"

Files = dict[str, str]
Pattern = Callable[[int], Files]


def status(body: str) -> Files:
    """Give a status file that ends in `body`."""
    return {"2014/tmf.yaml": HEAD + body}


def full(unit: Callable[[int], str], size: int) -> str:
    """Write one unit after the other, by its number, until so many bytes are filled."""
    parts, left, number = [], size, 0
    while left > 0:
        parts.append(unit(number))
        left -= len(parts[-1].encode())
        number += 1
    return "".join(parts)


def prose(unit: str, start: str = "") -> Pattern:
    """Repeat a piece of text in one block text, whose lines end where the piece says."""

    def pattern(size: int) -> Files:
        text = "Ord.\n" + start
        indented = text.replace("\n", LINE) + full(lambda _: unit.replace("\n", LINE), size)
        return status(f"status:\n  - overskrift: Året\n    tekst: |\n      {indented}\n{REST}")

    return pattern


def plain(start: str, unit: str, end: str = "\n") -> Pattern:
    """Repeat a piece of the file itself; `{n}` in it is its number."""
    return lambda size: status(start + full(lambda number: unit.replace("{n}", str(number)), size) + end)


def in_indsats(start: str, unit: str, end: str = "\n") -> Pattern:
    """Repeat a piece below the only indsats."""
    return plain("indsatser:\n" + INDSATS.replace("{n}", "1").replace("{name}", "Sag") + start, unit, end)


def made_up(number: int) -> str:
    """Make up a name that looks like no other."""
    parts = []
    for _ in range(5):
        number, which = divmod(number * 7_919 + 13, len(SYLLABLES))
        parts.append(SYLLABLES[which])
    return "".join(parts).capitalize()


def _numbered(text: str, number: int) -> str:
    """Put in an indsats's number, and that of the one before it."""
    return text.replace("{n}", str(number)).replace("{before}", str(number - 1))


def indsatser(size: int, name: Callable[[int], str], more: str = "") -> str:
    """Write a list of indsatser."""
    items = full(lambda number: INDSATS.format(n=number, name=name(number)) + _numbered(more, number), size)
    return f"{HEAD}indsatser:\n{items}"


def listed(name: Callable[[int], str], more: str = "") -> Pattern:
    """Write many indsatser in one file."""
    return lambda size: {"2014/tmf.yaml": indsatser(size, name, more)}


def in_two_files(name: Callable[[int], str], more: str = "") -> Pattern:
    """Write as many indsatser in each of two files."""

    def pattern(size: int) -> Files:
        text = indsatser(size // 2, name, more)
        return {"2014/tmf.yaml": text, "2014/kff.yaml": text.replace("TMF", "KFF").replace("sag-", "nr-")}

    return pattern


def counted(unit: str) -> Pattern:
    """Repeat a piece of a text about an indsats that counts projekter and frivillige."""
    return in_indsats(
        "    tal:\n      projekter: 21\n      frivillige: 40\n    beskrivelse: |\n      ", unit.replace("\n", LINE)
    )


def in_rapport(start: str, unit: str) -> Pattern:
    """Repeat a piece of rapport.yaml."""
    return lambda size: {"2014/rapport.yaml": RAPPORT + start + full(lambda n: unit.replace("{n}", str(n)), size)}


def in_kommune(start: str, unit: str) -> Pattern:
    """Repeat a piece of kommune.yaml."""
    return lambda size: {"kommune.yaml": KOMMUNE + start + full(lambda n: unit.replace("{n}", str(n)), size)}


PATTERNS: dict[str, Pattern] = {
    # Texts
    "to punktummer": prose("a.. "),
    "punktummer": prose("."),
    "et langt ord": prose("a"),
    "et langt tal": prose("1"),
    "et indsat billede": prose("iVBORw0KGgo/AAA+9x"),
    "mellemrum": prose(" ", "a"),
    "bindestreger": prose("-"),
    "stjerner": prose("*"),
    "stjerner om ord": prose("*a* "),
    "stjerner mellem tal": prose("3*2 4_5 "),
    "fremhævning i fremhævning": prose("**a *b "),
    "understregninger": prose("_a"),
    "kantede parenteser": prose("["),
    "runde parenteser": prose("("),
    "spidse parenteser": prose("<a "),
    "omvendte accenter": prose("`a"),
    "anførselstegn": prose('"'),
    "firkanter": prose("#"),
    "citater i citater": prose("> "),
    "overskrifter": prose("\n\n# a\n\nb."),
    "en lang tabel": prose("\n| a | b |", "\n| a | b |\n|---|---|"),
    "en bred tabel": prose("| a "),
    "punkter": prose("\n- a."),
    "indrykkede punkter": prose("\n- a\n  - b\n    - c"),
    "afsnit": prose("\n\nEt afsnit."),
    "linjer": prose("\nkort linje"),
    "næste år": prose("næste år "),
    "tal i teksten": prose("21 frivillige "),
    "cifre med punktum": prose("1.000."),
    "procenter": prose("75 % af 12 "),
    "særlige tegn": prose("\uf0b7 a "),
    "delte ord": prose("Kom-\nmune "),
    "pladsholdere": prose("TODO xx [udfyld] "),
    "flettemærker": prose("\n<<<<<<< a\n=======\n>>>>>>> b"),
    "cpr-numre": prose("010199-5000 "),
    "næsten cpr-numre": prose("010199 50 "),
    "cpr-numre på linjer": prose("010199-5000\n"),
    "cpr-numre med entiteter": prose("010199&#45;5000 "),
    "cpr-numre efter deres ord": prose("CPR 01 0199 5000 "),
    "kontonumre": prose("konto 1012995678 "),
    "telefonnumre": prose("ring 33 66 12 34 "),
    "adresser": prose("https://a.dk/b?c=1 "),
    "postadresser": prose("a.b@c.dk "),
    "html": prose("<b>a</b><!-- "),
    "udtryk": prose("&amp; "),
    "skabelonkode": prose("{{ [tal a] }}"),
    "billedtegn": prose("\U0001f389"),
    "styretegn": prose("ord ord ord ord ord ord \x01"),
    "usynlige tegn": prose("ord ord ord ord ord ord \u200b"),
    "accenter": prose("a\u0301"),
    "stablede accenter": prose("\u0301", "a"),
    "fejllæste bogstaver": prose("bÃ¸rn "),
    # Counts in texts
    "enheder i teksten": counted("frivillige projekter "),
    "talte enheder": counted("21 projekter "),
    "tal efter hinanden": counted("1 2 3 projekter "),
    "talord efter hinanden": counted("to og projekter hundrede "),
    "fra": counted("fra fra projekter "),
    "fra og til": counted("projekter fra 12 til "),
    "til": counted("til til 21 projekter "),
    "mod": counted("projekter mod mod 12 "),
    "år og hvad der var": counted("I 2013 var der projekter "),
    "bevægelser": counted("Projekterne steg fra 12 til 21. "),
    "bevægelser i én sætning": counted("21 projekter mod 12 året før, "),
    "udsagn om enheder": counted("antallet af projekter er "),
    "enheder med kolon": counted("projekter: 1. "),
    # Fields
    "ukendte felter": plain("", "felt-{n}: a\n"),
    "næsten rigtige felter": plain("", "forvaltning{n}: a\n"),
    "ukendte felter i en indsats": in_indsats("", "    felt-{n}: a\n"),
    "samme felt igen": plain("", "forslag: ingen\n"),
    "samme felt i en indsats": in_indsats("", "    kilde: a\n"),
    "samme indsats igen": plain("indsatser:\n", INDSATS.format(n=1, name="Sag")),
    "tomme punkter": plain("indsatser:\n", "  -\n"),
    "punkter uden felter": plain("indsatser:\n", "  - Gadefest\n"),
    "en lang liste": in_indsats("    målgrupper: [a", ", børn{n}", "]\n"),
    "en lang liste på linjer": in_indsats("    målgrupper:\n", "      - børn{n}\n"),
    "ord fra en lukket liste": in_indsats("    frivilligtype: [a", ", b{n}", "]\n"),
    "temaer": in_indsats("    tema: [a", ", b{n}", "]\n"),
    "steder": in_indsats("    steder:\n", "      - navn: Sted {n}\n        bydel: Valby\n"),
    "tal": in_indsats("    tal:\n", "      frivillige (m{n}): 2{n}\n"),
    "ukendte enheder": in_indsats("    tal:\n", "      ting{n}: 2{n}\n"),
    "tal, der ikke kan læses": in_indsats("    tal:\n", "      frivillige (m{n}): 20-30.000\n"),
    "talord": in_indsats("    tal:\n", "      frivillige (m{n}): to hundrede og femogtyve\n"),
    "tal, der kan læses på flere måder": in_indsats(
        "    tal:\n", "      frivillige (m{n}): ca. 12.5 mio. eller {n} x\n"
    ),
    "tal i det lange format": in_indsats(
        "    tal:\n", "      frivillige (m{n}):\n        antal: {n}\n        note: a\n"
    ),
    "et tal af mange ord": in_indsats("    tal:\n      frivillige: ", "ca. 12 ", "\n"),
    "et tal af mange cifre": in_indsats("    tal:\n      frivillige: ", "1", "\n"),
    "en periode af mange ord": in_indsats("    opgjort: ", "1. maj 2014 og ", "\n"),
    "et langt navn": in_indsats("    kaldes også: [", "ny indsats{n} ", "]\n"),
    # Indsatser
    "indsatser": listed(made_up),
    "indsatser med tal": listed(made_up, "    tal:\n      frivillige: 2{n}\n      møder: 4\n"),
    "indsatser med samme navn": listed(lambda _: "Smag Verden"),
    "indsatser med lignende navne": listed(lambda n: f"Smag Verden {n}"),
    "indsatser i to filer": in_two_files(made_up),
    "lignende indsatser i to filer": in_two_files(lambda n: f"Smag Verden {n}"),
    "lange navne i to filer": in_two_files(lambda n: " ".join(made_up(3 * n + word) for word in range(12))),
    "samme indsats i to filer": in_two_files(lambda _: "Smag Verden"),
    "fælles indsatser": in_two_files(
        made_up, "    fælles:\n      id: f-{n}\n      med: [TMF, KFF]\n      tæller hos: TMF\n"
    ),
    "afgjorte indsatser": listed(
        made_up, "    ikke samme som:\n      - indsats: kff/sag-{n}\n        fordi: To ting.\n"
    ),
    "afgørelser om indsatser, der ikke findes": in_two_files(
        made_up, "    ikke samme som:\n      - indsats: kff/nej-{n}\n        fordi: To ting.\n"
    ),
    "dele af en indsats": listed(made_up, "    hører til: sag-0\n    tal:\n      frivillige: 1\n"),
    "indsatser, der hører til den før": listed(made_up, "    hører til: sag-{before}\n    tal:\n      frivillige: 1\n"),
    "indsatser med tal i teksten": listed(
        made_up, "    beskrivelse: Der var 65 frivillige.\n    tal:\n      frivillige: 2\n"
    ),
    "dele med tal i teksten": listed(
        made_up, "    beskrivelse: Der var 65 frivillige.\n    hører til: sag-0\n    tal:\n      frivillige: 2\n"
    ),
    "de samme indsatser året før": lambda size: {
        "2014/tmf.yaml": (text := indsatser(size // 2, made_up, "    tal:\n      frivillige: 2{n}\n")),
        "2013/tmf.yaml": text.replace("2014", "2013"),
    },
    "fælles indsatser, som den anden ikke har": lambda size: {
        "2014/tmf.yaml": indsatser(
            size // 2, made_up, "    fælles:\n      id: f-{n}\n      med: [KFF]\n      tæller hos: TMF\n"
        ),
        "2014/kff.yaml": indsatser(size // 2, lambda n: made_up(n + 7_000)).replace("TMF", "KFF"),
    },
    "henvisninger til indsatser, der ikke findes": lambda size: {
        "2014/tmf.yaml": HEAD
        + "perspektiver:\n  planer:\n"
        + full(lambda n: f"    - sog-{n}\n", size // 2)
        + indsatser(size // 2, made_up).removeprefix(HEAD)
    },
    # Other files
    "accepterede fund": in_rapport("accepteret:\n", '  - kode: FR356\n    hvor: "tmf.yaml: sag-{n}"\n    fordi: a\n'),
    "mangler": in_rapport("mangler:\n", "  - punkt: a{n}\n    fordi: b\n"),
    "tendenser": in_rapport("tendenser:\n", "  - titel: a{n}\n    tekst: b\n"),
    "forvaltninger": in_kommune("", "  - id: f{n}\n    forkortelse: F{n}\n    navn: Forvaltning {n}\n"),
    "forvaltninger, der afløser den før": in_kommune(
        "", "  - id: f{n}\n    forkortelse: F{n}\n    navn: Forvaltning {n}\n    afløser: [KFF, TMF]\n"
    ),
    "enheder": in_kommune("enheder:\n", "  - enhed: ting{n}\n    art: andet\n    ental: t{n}\n    definition: A.\n"),
    "bydele": in_kommune("bydele:\n", "  - Bydel {n}\n"),
    "bydele, der ligner kommunens": lambda size: {
        "kommune.yaml": KOMMUNE + "bydele:\n" + full(lambda n: f"  - {made_up(n)}\n", size // 2),
        "2014/tmf.yaml": HEAD
        + "indsatser:\n"
        + INDSATS.format(n=1, name="Sag")
        + "    bydele:\n"
        + full(lambda n: f"      - {made_up(n)}x\n", size // 2),
    },
    "accepterede fund, der findes": lambda size: {
        "2014/rapport.yaml": RAPPORT
        + "accepteret:\n"
        + full(lambda n: f'  - kode: FR404\n    hvor: "tmf.yaml: sag-{n}"\n    fordi: a\n', size // 2),
        "2014/tmf.yaml": indsatser(size // 2, made_up, "    beskrivelse: Det sker næste år.\n"),
    },
    "samme forvaltning igen": in_kommune("", "  - id: tmf\n    forkortelse: TMF\n    navn: Teknik\n"),
    "forvaltninger, der afløser de to før": lambda size: {
        "kommune.yaml": KOMMUNE
        + full(
            lambda n: (
                f"  - id: f{n}\n    forkortelse: F{n}\n    navn: F{n}\n    fra: 2014\n"
                f"    afløser: [F{n - 1}, F{n - 2}]\n"
            ),
            size,
        )
    },
    "punkter til den korte udgave": in_rapport("kort:\n", "  - titel: T{n}\n    tekst: Ord.\n"),
    # What YAML stumbles over
    "dybe lister": plain("status: ", "[", ""),
    "dybe grupper": plain("status: ", "{a: ", ""),
    "dybe punkter": plain("status:\n  ", "- ", "a\n"),
    "tabulatorer i begyndelsen": plain("", "\t", "a: b\n"),
    "linjer med tabulator": plain("indsatser:\n", "\t- id: a{n}\n"),
    "bemærkninger": plain("", "# a\n"),
    "bemærkninger om undtagelser": plain("", "# frivilligrapport: accepter FR404 fordi a\nfelt-{n}: a\n"),
    "bemærkninger om koder, der ikke findes": plain("", "# frivilligrapport: accepter FR{n} fordi a\nfelt-{n}: b\n"),
    "undtagelser uden noget imellem": plain("", "# frivilligrapport: accepter FR404 fordi a\n"),
    "to kolon": plain("", "felt-{n}: a: b\n"),
    "uafsluttede anførselstegn": plain("", 'felt-{n}: "a\n'),
    "skæve linjer": plain("indsatser:\n", "  - id: a{n}\n   navn: b\n"),
    "linjer uden kolon": plain("", "ord{n}\n"),
    "tekst uden indrykning": plain("perspektiver:\n  tekst: |\n    a\n", "b c d.\n"),
    "ankre": plain("", "felt-{n}: &a{n} b\n"),
    "henvisninger": plain("", "felt-{n}: *a\n"),
    "nye filer": plain("", "---\na: b\n"),
    "en lang nøgle": plain("", "a", ": b\n"),
    "en lang værdi": plain("kontakt: ", "a b ", "\n"),
    "en lang værdi i anførselstegn": plain('kontakt: "', "a b ", '"\n'),
    "tegn som koder i anførselstegn": plain('kontakt: "', "\\u00e6", '"\n'),
    "værdier over flere linjer": plain("kontakt:\n", "  a\n"),
    "tomme linjer": plain("", "\n"),
    "nultegn": plain("a: ", "\0", "\n"),
}


class _TooLong(Exception):  # noqa: N818 - not a fault: it ends a measurement
    pass


def measure(files: Files, limit: float) -> float:
    """Give the CPU seconds that reading, checking and telling of a work folder takes; infinite beyond `limit`."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, text in ({"kommune.yaml": KOMMUNE, "2014/rapport.yaml": RAPPORT} | files).items():
            file = folder / "indberetninger" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        begun = time.process_time()
        try:
            with timed(limit, _TooLong()):
                samling = load(folder)
                findings_text(examine(samling).open, samling.sources)
        except _TooLong:
            return math.inf
        return time.process_time() - begun


def grown(pattern: Pattern, size: int, limit: float) -> tuple[int, float, float]:
    """Double a pattern up to a size, or until it takes too long: its costliest size, the seconds, the exponent.

    A larger file can take less: one with more fields than a file may have is not read.
    """
    taken: list[tuple[int, float]] = []
    for part in STEPS:
        taken.append((size // part, measure(pattern(size // part), limit)))
        if taken[-1][1] > limit / 2:
            break
    longest = max(range(len(taken)), key=lambda index: taken[index][1])
    known = [(n, seconds) for n, seconds in taken[: longest + 1] if TOO_SHORT < seconds < math.inf]
    exponent = math.nan
    if len(known) > 1:
        (first, before), (last, after) = known[-2:]
        exponent = math.log(after / before) / math.log(last / first)
    return *taken[longest], exponent


def main() -> None:
    """Measure the patterns whose names hold one of the given words, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="what the names of the patterns hold")
    parser.add_argument("--size", type=int, default=LARGEST, help="bytes of the largest file")
    parser.add_argument("--limit", type=float, default=20, help="CPU seconds after which a measurement is given up")
    given = parser.parse_args()
    measure(status(REST), given.limit)  # what is done once in a process is not counted
    print(f"{'mønster':36} {'kB':>6} {'CPU s':>8} {'eksponent':>10}")
    for name, pattern in PATTERNS.items():
        if not given.names or any(word in name for word in given.names):
            size, seconds, exponent = grown(pattern, given.size, given.limit)
            shown = f"{seconds:8.2f}" if seconds < math.inf else f"{'>' + format(given.limit, 'g'):>8}"
            print(f"{name:36} {size / 1000:6.0f} {shown} {exponent:10.2f}")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
