"""The findings about operationaliseringer (FR481 to FR486)."""

from frivilligrapport.rules.rule import INDSATS, error, warning

_PLAN = (
    "# fil: 2014/operationalisering-tmf.yaml\ntitel: Plan for frivillighed\nforvaltning: TMF\når: 2014\n"
    "dato: {}\npunkter:\n  - punkt: 1\n    titel: Dialog\n    opgaver:\n"
)
_DATED = _PLAN.format("2014-03-01")
_ITEM = "      - id: cafemoeder\n        navn: Cafémøder\n        tilstand: {}\n"
_BEFORE = (
    "# fil: {}/operationalisering-tmf.yaml\ntitel: Plan for frivillighed\nforvaltning: TMF\når: {}\ndato: {}-03-01\n"
    "{}punkter:\n  - punkt: 1\n    titel: Dialog\n    opgaver:\n"
)
_OTHER = "      - id: netvaerk\n        navn: Netværk\n        tilstand: i gang\n"
_LAST_YEAR = _BEFORE.format(2013, 2013, 2013, "") + _ITEM.format("planlagt")
_TWO_YEARS_AGO = _BEFORE.format(2012, 2012, 2012, "opfølges: hvert andet år\n") + _ITEM.format("planlagt")
_OFTEN = _DATED.replace("punkter:", "opfølges: {}\npunkter:", 1)
UNDATED = warning(
    "FR481",
    "Planen har ingen dato",
    "Uden en dato kan ingen se, hvornår planen gjaldt fra. Kendes den ikke, skrives det under »mangler« med hvor: "
    "dato, så læseren får det at vide.",
    _PLAN.format("uoplyst") + _ITEM.format("planlagt"),
    _DATED + _ITEM.format("planlagt"),
)
UNKNOWN_EVIDENCE = error(
    "FR482",
    "Opgaven henviser til en indsats, der ikke er der",
    "Under en opgave peger »indsatser« på det, der viser, hvad der er gjort. Indsatserne står i forvaltningens egen "
    "statusfil fra det samme år eller et andet.",
    f"# fil: 2014/tmf.yaml\n{INDSATS}{_DATED}{_ITEM.format('i gang')}        indsatser: [smag-verdn]",
    f"# fil: 2014/tmf.yaml\n{INDSATS}{_DATED}{_ITEM.format('i gang')}        indsatser: [smag-verden]",
)
FORGOTTEN = warning(
    "FR483",
    "En opgave fra den forrige plan er ikke omtalt",
    "Det, en forvaltning har sagt, at den vil gøre, skal have en afslutning. Den næste plan nævner hver opgave ved "
    "dens id og siger med »udgang«, om den er lukket, fortsat eller droppet.",
    _LAST_YEAR + _DATED + _OTHER,
    _LAST_YEAR + _DATED + _OTHER + _ITEM.format("afholdt") + "        udgang: lukket",
)
OVERDUE = warning(
    "FR484",
    "En opfølgning mangler",
    "En plan siger med »opfølges«, hvor tit den følges op. Når den næste plan skal have en opfølgning med og ikke har "
    "den, står der »ikke oplyst« i dokumentet.",
    _TWO_YEARS_AGO + _OFTEN.format("hvert andet år") + _ITEM.format("i gang"),
    _TWO_YEARS_AGO + _OFTEN.format("hvert andet år") + _ITEM.format("i gang") + "        opfølgning:\n"
    "          - dato: 2014-02-01\n            tilstand: i gang",
)
TOO_EARLY = error(
    "FR485",
    "Opfølgningen er dateret før planen",
    "Der kan ikke følges op på en plan, før den er lavet. En af de to datoer er forkert.",
    _DATED + _ITEM.format("i gang") + "        opfølgning:\n          - dato: 2013-06-01\n            tilstand: i gang",
    _DATED + _ITEM.format("i gang") + "        opfølgning:\n          - dato: 2014-06-01\n            tilstand: i gang",
)
NO_INTERVAL = warning(
    "FR486",
    "Det fremgår ikke, hvor tit",
    "Programmet regner ud, hvornår der senest skal følges op. Det kræver, at der står, hvor tit, for eksempel hvert "
    "år, hvert andet år, hver 6. måned eller løbende.",
    _OFTEN.format("halvårligt/kvartalsmæssigt") + _ITEM.format("planlagt"),
    _OFTEN.format("halvårligt") + _ITEM.format("planlagt"),
)
