"""Who has delivered, and how far the files are: for the terminal, a CI job's summary and other programs.

Of one municipality, or of several beside each other.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from frivilligrapport.danish import date_short
from frivilligrapport.deliveries.status import FileStatus, ForvaltningStatus, JointStatus, LastChange, YearStatus
from frivilligrapport.problems.signs import json_text
from frivilligrapport.rendering.markdown.escape import escape_inside
from frivilligrapport.rendering.status.reminder import reminder
from frivilligrapport.rendering.terminal.lines import INDENT, WIDTH, TableRow, fits, in_blocks, in_columns, wrapped

_HEADS = ("Forvaltning", "Filstatus", "Fejl", "Advarsler", "Besvaret", "Ændret")
_OTHER_HEADS = ("Andre filer", "Fejl", "Advarsler", "Ændret")
_JOINT_HEADS = ("Kommune", *_HEADS[:-1])
_ABOUT = "»Besvaret« er spørgsmål med et svar. »uoplyst« tæller ikke som et svar, men »ingen« gør."
_NOTHING = "-"
Cells = tuple[str, ...]


def status_text(status: YearStatus, width: int = WIDTH) -> str:
    """Write the overview in plain lines without boxes, none longer than `width` where words allow."""
    top = (status.heading, status.deadline, status.received)
    blocks = [[line for text in top for line in wrapped(text, width)]]
    blocks.append(_text_table(_HEADS, _deliveries(status), width))
    blocks.append([line for text in _strays(status) for line in wrapped(text, width)])
    if status.others:
        blocks.append(_text_table(_OTHER_HEADS, _others(status), width))
    return in_blocks([*blocks, wrapped(_ABOUT, width)])


def joint_status_text(joint: JointStatus, width: int = WIDTH) -> str:
    """Write the overview of several municipalities in plain lines, none longer than `width` where words allow."""
    top = [line for text in (joint.heading, joint.received) for line in wrapped(text, width)]
    return in_blocks([top, _text_table(_JOINT_HEADS, _of_all(joint), width), wrapped(_ABOUT, width)])


def joint_status_markdown(joint: JointStatus) -> str:
    """Write the overview of several municipalities with its table in Markdown."""
    top = f"## {joint.heading}\n\n{escape_inside(joint.received)}"
    return f"{top}\n\n{_markdown_table(_JOINT_HEADS, _of_all(joint))}\n\n{_ABOUT}\n"


def joint_status_json(joint: JointStatus, *, reminders: bool = False) -> str:
    """Write what is known of several municipalities, each as alone with its folder's name before it."""
    told = [{"mappe": mappe, **_status_json(one, reminders=reminders)} for mappe, one in joint.kommuner]
    left_out = [{"kommune": kommune, "fordi": why} for kommune, why in joint.left_out]
    return json_text({"år": joint.aar, "kommuner": told, "ikke_med": left_out})


def _of_all(joint: JointStatus) -> list[Cells]:
    """Give the lines of each municipality with its name, without the day, for which there is no room."""
    return [(status.kommune, *cells[:-1]) for _, status in joint.kommuner for cells in _deliveries(status)]


def _text_table(heads: Cells, rows: Sequence[Cells], width: int) -> list[str]:
    """Set rows in columns; where the screen is too narrow for them, each is a few lines of words."""
    if fits(heads, rows, width):
        return in_columns(heads, map(TableRow, rows), width)
    lines = []
    for cells in rows:
        named = zip(heads[1:], cells[1:], strict=True)
        words = ", ".join(f"{head.lower()} {cell}" for head, cell in named if cell not in {"", _NOTHING})
        lines += [*wrapped(cells[0], width), *wrapped(words, width, INDENT)]
    return lines


def status_markdown(status: YearStatus) -> str:
    """Write the overview with its tables in Markdown."""
    blocks = [
        f"## {escape_inside(status.heading)}",
        f"{escape_inside(status.deadline)}  \n{escape_inside(status.received)}",
        _markdown_table(_HEADS, _deliveries(status)),
        *map(escape_inside, _strays(status)),
    ]
    if status.others:
        blocks.append(_markdown_table(_OTHER_HEADS, _others(status)))
    return "\n\n".join([*blocks, _ABOUT]) + "\n"


def _markdown_table(heads: Cells, rows: Iterable[Cells]) -> str:
    cells = ((escape_inside(cell) if cell != _NOTHING else "" for cell in row) for row in rows)
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, ("---" for _ in heads), *cells))


def _deliveries(status: YearStatus) -> list[Cells]:
    """Give what is said of each forvaltning, in the order of `_HEADS`."""
    return [
        (
            line.delivery.forkortelse,
            line.state,
            *(map(str, (line.file.errors, line.file.warnings)) if line.delivery.har_fil else (_NOTHING, _NOTHING)),
            line.answered.share if line.answered else _NOTHING,
            _changed_text(line.file.changed),
        )
        for line in status.forvaltninger
    ]


def _others(status: YearStatus) -> list[Cells]:
    """Give what is said of each of the other files, in the order of `_OTHER_HEADS`."""
    return [(one.file, str(one.errors), str(one.warnings), _changed_text(one.changed)) for one in status.others]


def _changed_text(changed: LastChange | None) -> str:
    """Say when a file was last changed, as exactly as it is known."""
    if changed is None:
        return _NOTHING
    return f"{'senest ' if changed.is_latest else ''}{date_short(changed.day)}"


def _strays(status: YearStatus) -> Iterator[str]:
    """Say which files seem to be a delivery and are not read."""
    for line in status.forvaltninger:
        if line.stray and (line.stray.is_yaml or line.stray.is_link):
            yield f"{line.delivery.forkortelse}: {line.stray.file} hører ikke til her og bliver ikke læst."
        elif line.stray:
            delivered = f"{line.delivery.forkortelse} har afleveret {line.stray.file}"
            yield f"{delivered}, men det format kan programmet ikke læse."


def status_json(status: YearStatus, *, reminders: bool = False) -> str:
    """Write everything that is known as JSON; `reminders` adds the text to send to those who are awaited."""
    return json_text(_status_json(status, reminders=reminders))


def _status_json(status: YearStatus, *, reminders: bool) -> dict[str, Any]:
    return {
        "år": status.aar,
        "kommune": status.kommune,
        "baggrundsår": not status.is_report_year,
        "dato": status.today.isoformat(),
        "frist": status.frist.isoformat() if status.frist else None,
        "dage_til_fristen": status.days_left,
        "forvaltninger": [_delivery_json(status, line, reminders=reminders) for line in status.forvaltninger],
        "andre_filer": [_file_json(one) for one in status.others],
    }


def _delivery_json(status: YearStatus, line: ForvaltningStatus, *, reminders: bool) -> dict[str, Any]:
    text = reminder(status, line) if reminders and line in status.awaited else None
    return {
        "forvaltning": line.delivery.forkortelse,
        "navn": line.delivery.navn,
        "filstatus": line.state,
        "modtaget": line.delivery.er_modtaget,
        **_file_json(line.file),
        "besvaret": line.answered.given if line.answered else None,
        "spørgsmål": line.answered.asked if line.answered else None,
        "ubesvaret": list(line.answered.missing if line.answered else ()),
        "fil_der_ikke_læses": line.stray.file if line.stray else None,
    } | ({"påmindelse": text} if reminders else {})


def _file_json(one: FileStatus) -> dict[str, Any]:
    changed = one.changed and {
        "dato": one.changed.day.isoformat(),
        "kilde": "git" if one.changed.from_git else "fil",
        "måske_tidligere": one.changed.is_latest,
    }
    return {"fil": one.file, "fejl": one.errors, "advarsler": one.warnings, "ændret": changed}
