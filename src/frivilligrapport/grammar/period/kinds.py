"""Findings about periods: dates that cannot be read, that do not exist, or that mean something else next year."""

from frivilligrapport.problems import INDSATS, Kind, error


def _kind(code: str, title: str, explanation: str, wrong: str, right: str) -> Kind:
    """Declare an error from the one line of an indsats that is wrong, and the line that is right."""
    return error(code, title, explanation, *(f"{INDSATS}    {line}\n" for line in (wrong, right)))


NOT_A_PERIOD = _kind(
    "FR220",
    "En periode, der ikke kan læses",
    "En periode er et år (2014), en dato (27. april 2014, 27-04-2014 eller 2014-04-27), en måned (april 2014), en "
    "årstid (forår 2014), primo, medio eller ultimo, et halvår, et kvartal, en uge (uge 34 2014), et skoleår "
    "(skoleåret 2013/2014), fra og til (juni-oktober 2014, 2011-2014), et åbent forløb (2014-), »løbende« eller "
    "»uoplyst«. Årstallet skrives altid med fire cifre.",
    "periode: i sensommeren",
    "periode: august 2014",
)
RELATIVE_PERIOD = _kind(
    "FR221",
    "En periode, der afhænger af, hvornår den læses",
    "»Næste år« betyder noget andet, når rapporten læses året efter. Skriv årstallet.",
    "periode: i år",
    "periode: 2014",
)
SLASHED_DATE = _kind(
    "FR222",
    "En dato i amerikansk rækkefølge eller med skråstreg",
    "05/06/2014 er den 5. juni i Danmark og den 6. maj i USA. En dato skrives derfor med bindestreger eller "
    "punktummer og dagen først, eller med månedens navn.",
    "periode: 04/27/2014",
    "periode: 27-04-2014",
)
IMPOSSIBLE_DATE = _kind(
    "FR223",
    "En dato, der ikke findes",
    "Datoen står ikke i kalenderen, fx 31. april eller uge 54. Der er som regel byttet om på to cifre.",
    "periode: 31. april 2014",
    "periode: 30. april 2014",
)
REVERSED_PERIOD = _kind(
    "FR224",
    "En periode, der slutter, før den begynder",
    "En periode går fra det tidligste til det seneste. Går den over et årsskifte, skrives begge årstal.",
    "periode: oktober-juni 2014",
    "periode: juni-oktober 2014",
)
DURATION_AS_PERIOD = _kind(
    "FR225",
    "En varighed i stedet for en periode",
    "Perioden siger hvornår, varigheden siger hvor længe. De har hver sit felt.",
    "periode: 1½ år",
    "varighed: 1½ år",
)

PERIOD_KINDS = (
    NOT_A_PERIOD,
    RELATIVE_PERIOD,
    SLASHED_DATE,
    IMPOSSIBLE_DATE,
    REVERSED_PERIOD,
    DURATION_AS_PERIOD,
)
