"""`explain`: what a code means, where a figure comes from, or a guide."""

import re
from difflib import get_close_matches
from typing import Annotated

import typer

from frivilligrapport.cli import completion
from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.cli.findings import refuse_any_personal_data
from frivilligrapport.cli.git import changes
from frivilligrapport.cli.options import Folder
from frivilligrapport.cli.terminal import print_note, print_text, screen_width
from frivilligrapport.cli.work_folder import WorkYear, open_year
from frivilligrapport.danish import join_words, nearest_word
from frivilligrapport.figures.derivation import Derivations, find_figures
from frivilligrapport.figures.ids import normal_id
from frivilligrapport.figures.reports import margin_of
from frivilligrapport.problems import ExitCode, Kind, Severity
from frivilligrapport.problems.reporters.kinds import explain_kind
from frivilligrapport.rendering.templates.shipped import guides
from frivilligrapport.rendering.terminal.derivation import DerivationPrinter, found_text
from frivilligrapport.rules.catalogue import ALL_KINDS, is_acceptable
from frivilligrapport.rules.run import open_doubts

HELP = """Forklarer en fejlkode, eller viser, hvor et tal kommer fra, eller en vejledning.

En fejlkode som FR201 forklares med et forkert og et rigtigt eksempel. Et tal som
2014.tmf.groen-frivillighed.projekter eller 2014.projekter følges tilbage til fil og linje.
Kendes tallets id ikke, findes det ved sin værdi, sin enhed eller et navn:

\b
  frivilligrapport explain "1.200-1.400"
  frivilligrapport explain frivillige
  frivilligrapport explain kajak

Vejledningerne følger med programmet, og hver vises ved sit navn, fx frivilligrapport explain tekst. De er ci,
dobbelttaelling, dokumenter, editor, fejlkoder, kommuner, kontakt, koordinator, pdf, persondata, regler, rettelser,
skabeloner, sporbarhed, tal, tekst, udgivelse og udseende.
"""


def command(
    asked: Annotated[
        str,
        typer.Argument(
            metavar="KODE|TAL|VEJLEDNING",
            help="En fejlkode, en vejledning, et tals id, eller en værdi, en enhed eller et navn, der søges efter.",
            autocompletion=completion.explained,
        ),
    ],
    folder: Folder = None,
) -> int:
    """Carry out `explain`."""
    kind = _kind_asked(asked)
    if kind:
        print_text(explain_kind(kind, _ACCEPT.format(kind.code) if is_acceptable(kind.code) else ""), end="")
        return ExitCode.OK
    guide = guides().get(asked.strip().lower().removeprefix("docs/").removesuffix(".md"))
    if guide:
        print_text(guide.read_text(encoding="utf-8"), end="")
        return ExitCode.OK
    id_ = _ID.fullmatch(asked.strip())
    work = open_year(folder, int(id_["year"]) if id_ else None)
    refuse_any_personal_data(work.samling)
    text, note = _traced(work, normal_id(asked)) if id_ else _searched(work, asked)
    print_text(text, end="")
    print_note(note, end="")
    return ExitCode.OK


_CODE = re.compile(r"(?P<letters>[a-zæøå]{1,3})[ -]?(?P<number>[0-9]{1,9})|(?P<bare>[0-9]{1,3})", re.IGNORECASE)
_ID = re.compile(r"(?P<year>(?:19|20)[0-9]{2})\..+")
_LETTERS = "FR"
_SUGGESTIONS = 3
_ACCEPT = """\
Er det rigtigt set, men kan ikke rettes, kan det accepteres med en grund, som rapporten
trykker: i årets rapport.yaml under accepteret, eller ved selve linjen i filen:

    # frivilligrapport: accepter {} fordi …

Mere om det: frivilligrapport explain regler"""
_ALIKE = 0.8  # of the name of a guide: what is typed may be a word that no figure has
_FAULTY = "Der er fejl i årets filer, så tal kan mangle. Se dem med frivilligrapport validate."


def _kind_asked(asked: str) -> Kind | None:
    """Give the kind of finding that was asked about, None for what is no code. Raises WrongUse for an unknown code."""
    code = _CODE.fullmatch(asked.strip())
    if not code:
        return None
    number = code["number"] or code["bare"]
    typed = f"{(code['letters'] or _LETTERS).upper()}{number}"
    found = next((kind for kind in ALL_KINDS if kind.code == typed), None)
    if found:
        return found
    if code["bare"]:
        return None
    near = min(ALL_KINDS, key=lambda kind: abs(int(kind.code.removeprefix(_LETTERS)) - int(number)))
    message = f"Koden »{asked}« findes ikke. Den nærmeste er {near.code}: {near.title}."
    raise WrongUse(message, "Alle koder: frivilligrapport explain fejlkoder")


def _searched(work: WorkYear, asked: str) -> tuple[str, str]:
    """List the totals and figures that fit some words, in the newest year that has any; the way back of the only one.

    Raises WrongUse.
    """
    for aargang in (work.aargang, *(one for one in reversed(work.samling.aargange) if one is not work.aargang)):
        register = work.registers.of(aargang)
        found = dict(find_figures(register, asked, margin_of(aargang)) if asked.strip() else ())
        if len(found) == 1:
            return _traced(work._replace(aargang=aargang), next(iter(found)))
        if found:
            text = found_text(found, register.scope.names, screen_width())
            return text, f"Skriv frivilligrapport explain og et af dem, fx {next(iter(found))}.\n"
    message = f"»{asked}« er hverken en fejlkode, en vejledning eller et tals id, og intet tal har det i sig."
    if meant := nearest_word(asked, guides(), alike=_ALIKE):
        message = f"{message} Mente du {meant}?"
    hint = "En kode ser sådan ud: FR201. Et tal ser sådan ud: 2014.projekter."
    raise WrongUse(message, f"{_FAULTY}\n   {hint}" if _has_errors(work) else hint)


def _traced(work: WorkYear, id_: str) -> tuple[str, str]:
    """Follow a figure or a total back to what was typed: the text, and notes beside it. Raises WrongUse."""
    year = Derivations(work.registers.of(work.aargang))
    found = year.find(id_)
    if found is None:
        raise _unknown(work, id_, year.ids)
    changed, note = changes(work.root, found.places)
    register = year.register
    doubts = [(one, register.question(one)) for one in open_doubts(work.registers, work.aargang)]
    printer = DerivationPrinter(register.aar, register.scope.names, margin_of(work.aargang), changed, tuple(doubts))
    notes = (note, _FAULTY if _has_errors(work) else "")
    return printer.text(found), "".join(f"{one}\n" for one in notes if one)


def _has_errors(work: WorkYear) -> bool:
    files = (f"{work.aargang.folder}/", work.samling.kommune_file)
    found = (problem for problem in work.samling.problems if problem.location.file.startswith(files))
    return any(problem.severity is Severity.FEJL for problem in found)


def _unknown(work: WorkYear, id_: str, ids: tuple[str, ...]) -> WrongUse:
    near = get_close_matches(id_, ids, _SUGGESTIONS)
    hint = f"Mente du {join_words(near, 'eller')}?" if near else f"Et tal ser sådan ud: {work.aargang.aar}.projekter."
    hint = _FAULTY if _has_errors(work) and not near else hint
    return WrongUse(f"Der er intet tal med id'et »{id_}«.", hint)
