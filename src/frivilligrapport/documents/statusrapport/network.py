"""The network's own chapter."""

from collections.abc import Iterable

from frivilligrapport.danish import full_stop, genitive, join_words
from frivilligrapport.documents.parts.facts_box import Faktalinje, network_facts
from frivilligrapport.documents.parts.indsatser_shown import Indsatser, Indsatsvisning
from frivilligrapport.documents.parts.stories import Historievisning, stories_of
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.fast_start import Frozen
from frivilligrapport.models.lister import said
from frivilligrapport.models.rapport import Forudsaetning, Netvaerk


class Forudsaetningsvisning(Frozen):
    """A precondition, and a sentence that names the initiatives answering it or says that there are none."""

    navn: str
    tekst: str
    initiativer: str


class Netvaerkskapitel(Frozen):
    """What the network says of its own work."""

    id: str
    titel: str
    overlinje: str
    fakta: tuple[Faktalinje, ...]
    tekst: str
    forudsaetninger: tuple[Forudsaetningsvisning, ...]
    initiativer: tuple[Indsatsvisning, ...]
    fremover: str
    historier: tuple[Historievisning, ...]


def network_chapter(report_data: ReportData) -> Netvaerkskapitel | None:
    """Make the chapter; None when rapport.yaml has nothing of the network or kommune.yaml knows none."""
    netvaerk, report = report_data.rapport.netvaerk, report_data.report_of(report_data.scope.network)
    if netvaerk is None or report is None:
        return None
    name = report.forvaltning
    indsatser = Indsatser(report_data, name, netvaerk.indsatser)
    return Netvaerkskapitel(
        id="netvaerket",
        titel=_title(report_data.title(name), netvaerk),
        overlinje=report_data.name(name),
        fakta=network_facts(report_data, report),
        tekst=report_data.text(netvaerk.tekst, netvaerk.tekstfil),
        forudsaetninger=tuple(_precondition(one, netvaerk) for one in netvaerk.forudsaetninger),
        initiativer=indsatser.show([str(one.id) for one in netvaerk.indsatser]),
        fremover=said(netvaerk.fremover),
        historier=stories_of(report_data.rapport.historier, indsatser.names, report_data.aargang.pictures),
    )


def _title(name: str, netvaerk: Netvaerk) -> str:
    period = netvaerk.periode.period if netvaerk.periode else None
    return f"{genitive(name)} arbejde {period.text()}" if period and period.is_known else f"{genitive(name)} arbejde"


def _precondition(one: Forudsaetning, netvaerk: Netvaerk) -> Forudsaetningsvisning:
    return Forudsaetningsvisning(str(one.navn), said(one.tekst), _initiatives(initiatives_of(one, netvaerk)))


def initiatives_of(one: Forudsaetning, netvaerk: Netvaerk) -> list[str]:
    """Name the network's initiatives that answer a precondition."""
    return [str(indsats.navn) for indsats in netvaerk.indsatser if str(one.id) in indsats.forudsaetning]


def _initiatives(names: Iterable[str]) -> str:
    listed = join_words(list(names))
    return full_stop(f"Initiativer: {listed}") if listed else "Ingen initiativer er knyttet til denne forudsætning."
