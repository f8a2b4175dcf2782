"""The overview as JSON, for other programs."""

import json
from typing import Any

from frivilligrapport.deliveries.overview import Changed, Checked, Line, Standing
from frivilligrapport.rendering.status.reminder import reminder


def to_json(standing: Standing, *, reminders: bool = False) -> str:
    """Write everything that is known; `reminders` adds the text to send to those who are awaited."""
    content = {
        "år": standing.aar,
        "kommune": standing.kommune,
        "baggrundsår": not standing.is_report_year,
        "dato": standing.today.isoformat(),
        "frist": standing.frist.isoformat() if standing.frist else None,
        "dage_til_fristen": standing.days_left,
        "forvaltninger": [_line(standing, line, reminders=reminders) for line in standing.lines],
        "andre_filer": [_checked(one) for one in standing.others],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _line(standing: Standing, line: Line, *, reminders: bool) -> dict[str, Any]:
    text = reminder(standing, line) if reminders and line in standing.awaited else None
    return {
        "forvaltning": line.forkortelse,
        "navn": line.navn,
        "filstatus": line.state,
        "modtaget": line.is_received,
        **_checked(line.checked),
        "besvaret": line.given if line.asked else None,
        "spørgsmål": line.asked or None,
        "ubesvaret": list(line.unanswered),
        "fil_der_ikke_læses": line.stray or None,
    } | ({"påmindelse": text} if reminders else {})


def _checked(one: Checked) -> dict[str, Any]:
    return {"fil": one.file, "fejl": one.errors, "advarsler": one.warnings, "ændret": _changed(one.changed)}


def _changed(changed: Changed | None) -> dict[str, Any] | None:
    if changed is None:
        return None
    return {
        "dato": changed.day.isoformat(),
        "kilde": "git" if changed.from_git else "fil",
        "måske_tidligere": changed.is_latest,
    }
