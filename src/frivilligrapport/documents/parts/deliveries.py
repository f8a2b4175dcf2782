"""Who has delivered, and how far each file is."""

from dataclasses import dataclass

from frivilligrapport.danish import join_words
from frivilligrapport.documents.year_data import ReportData

NOT_RECEIVED = "ikke modtaget"
UNREADABLE = "modtaget, men kan ikke læses"


@dataclass(frozen=True, slots=True)
class Aflevering:
    """One forvaltning's delivery; `tilstand` is its filstatus, or why there is none."""

    forvaltning: str
    forkortelse: str
    navn: str
    tilstand: str

    @property
    def er_modtaget(self) -> bool:
        """Tell whether there is a file."""
        return self.tilstand != NOT_RECEIVED

    @property
    def kan_laeses(self) -> bool:
        """Tell whether the file is there and its figures count."""
        return self.tilstand not in {NOT_RECEIVED, UNREADABLE}


def deliveries(report_data: ReportData) -> tuple[Aflevering, ...]:
    """Give the year's forvaltninger in print order."""
    return tuple(delivery(report_data, one) for one in report_data.scope.forvaltninger)


def delivery(report_data: ReportData, forvaltning: str) -> Aflevering:
    """Give one forvaltning's delivery; a file without a filstatus is a draft (design, section 2)."""
    found = report_data.year_data.aargang.indberetning(forvaltning)
    if found is None:
        state = NOT_RECEIVED
    elif found.statusfil is None:
        state = UNREADABLE
    else:
        state = str(found.statusfil.filstatus or "udkast")
    return Aflevering(forvaltning, report_data.name(forvaltning), report_data.title(forvaltning), state)


def received_text(found: tuple[Aflevering, ...]) -> str:
    """Say how many have delivered: "Modtaget fra 6 af 7 forvaltninger"."""
    received = [one for one in found if one.er_modtaget]
    unread = [one.forkortelse for one in received if not one.kan_laeses]
    text = f"Modtaget fra {len(received)} af {len(found)} forvaltninger"
    missing = [one.forkortelse for one in found if not one.er_modtaget]
    lines = [f"{text}."]
    lines += [f"Der mangler {join_words(missing)}."] if missing else []
    lines += [f"Filen fra {join_words(unread)} kan ikke læses, så ingen af dens tal er talt med."] if unread else []
    return " ".join(lines)
