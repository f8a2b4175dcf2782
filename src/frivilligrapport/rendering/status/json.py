"""The overview as JSON, for other programs."""

import json
from typing import Any

from frivilligrapport.deliveries.status import FileStatus, ForvaltningStatus, LastChange, YearStatus
from frivilligrapport.rendering.status.reminder import reminder


def to_json(status: YearStatus, *, reminders: bool = False) -> str:
    """Write everything that is known; `reminders` adds the text to send to those who are awaited."""
    content = {
        "år": status.aar,
        "kommune": status.kommune,
        "baggrundsår": not status.is_report_year,
        "dato": status.today.isoformat(),
        "frist": status.frist.isoformat() if status.frist else None,
        "dage_til_fristen": status.days_left,
        "forvaltninger": [_line(status, line, reminders=reminders) for line in status.forvaltninger],
        "andre_filer": [_file(one) for one in status.others],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _line(status: YearStatus, line: ForvaltningStatus, *, reminders: bool) -> dict[str, Any]:
    text = reminder(status, line) if reminders and line in status.awaited else None
    return {
        "forvaltning": line.delivery.forkortelse,
        "navn": line.delivery.navn,
        "filstatus": line.state,
        "modtaget": line.delivery.er_modtaget,
        **_file(line.file),
        "besvaret": line.answered.given if line.answered else None,
        "spørgsmål": line.answered.asked if line.answered else None,
        "ubesvaret": list(line.answered.missing if line.answered else ()),
        "fil_der_ikke_læses": line.stray or None,
    } | ({"påmindelse": text} if reminders else {})


def _file(one: FileStatus) -> dict[str, Any]:
    return {"fil": one.file, "fejl": one.errors, "advarsler": one.warnings, "ændret": _last_change(one.changed)}


def _last_change(changed: LastChange | None) -> dict[str, Any] | None:
    if changed is None:
        return None
    return {
        "dato": changed.day.isoformat(),
        "kilde": "git" if changed.from_git else "fil",
        "måske_tidligere": changed.is_latest,
    }
