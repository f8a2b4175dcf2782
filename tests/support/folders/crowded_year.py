"""A year with more of everything than a page holds: long names, many figures, many gaps, many forvaltninger."""

from pathlib import Path

from support.folders.work_folder import write_folder

_UNITS = (
    *("frivillige", "deltagere", "gæster", "elever", "medlemmer", "foreninger", "virksomheder", "projekter"),
    *("arrangementer", "kurser", "møder", "kampagner", "institutioner", "plejecentre", "skoler", "biblioteker"),
    *(
        "organisationer",
        "grupper",
        "kursusgange",
        "workshops",
        "forløb",
        "legepladser",
        "lokalområder",
        "publikationer",
    ),
)
_NAMES = ("Frivilligrådgivning for nytilflyttede familier", "Nabohjælp", "Byhaver og bænke langs kanalen i øst")
_SENTENCE = "Borgere, foreninger og medarbejdere har hjulpet hinanden med at få det til at lykkes i hele byen. "
_QUANTITIES = ("21", "ca. 15", "mindst 1.200", "mange", "op mod 10.000", "uoplyst", "20.000-30.000")


def _indsats(number: int) -> str:
    name, unit = _NAMES[number % len(_NAMES)], _UNITS[number % len(_UNITS)]
    state = "planlagt" if number % 4 == 0 else "afholdt"
    return (
        f"  - id: indsats-{number}\n    navn: {name} {number}\n    art: arrangement\n    tilstand: {state}\n"
        f"    tal:\n      {unit}: {_QUANTITIES[number % len(_QUANTITIES)]}\n"
    )


def _status_file(name: str, many: int) -> str:
    gaps = "".join(f"  - hvor: indsats-{n}\n    hvad: {_SENTENCE.strip()[:-1]}\n" for n in range(1, many))
    return (
        f"forvaltning: {name}\når: 2014\nfilstatus: klar\nstatus:\n  - overskrift: Året\n    tekst: {_SENTENCE}\n"
        f"perspektiver:\n  tekst: |\n    {_SENTENCE * 9}\nforslag: uoplyst\n"
        f"indsatser:\n{''.join(map(_indsats, range(1, many + 1)))}mangler:\n{gaps}"
    )


def write_crowded(folder: Path, many: int = 30, forvaltninger: int = 24) -> Path:
    """Write a work folder where each forvaltning has `many` indsatser."""
    names = [f"F{number}" for number in range(1, forvaltninger + 1)]
    register = "".join(
        f"  - id: {one.lower()}\n    forkortelse: {one}\n    navn: Kultur-, Fritids- og Foreningsforvaltningen {one}\n"
        for one in names
    )
    points = "".join(f"  - titel: Punkt {n}\n    tekst: {_SENTENCE * 5}\n" for n in range(1, 5))
    first = "".join(f"  - **Nummer {n}.** {_SENTENCE * 3}\n" for n in range(1, 7))
    said = f"    citat:\n      tekst: {_SENTENCE}\n      funktion: frivillig\n"
    story = f"  - titel: Historien\n    tekst: {_SENTENCE * 5}\n{said}"
    files = {f"2014/{one.lower()}.yaml": _status_file(one, many) for one in names}
    return write_folder(
        folder,
        {
            "kommune.yaml": f"kommune: Prøvekøbing Kommune\nforvaltninger:\n{register}",
            "2014/rapport.yaml": f"titel: Rapport\når: 2014\nforslag: ingen\nkort:\n{points}"
            f"hovedbudskaber: |\n{first}historier:\n{story}",
            **files,
        },
    )
