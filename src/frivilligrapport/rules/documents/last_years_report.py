"""What a rapport.yaml that began as a copy of last year's still says of that year (FR475, FR476)."""

from collections.abc import Iterator
from datetime import date

from frivilligrapport.danish import date_as_text
from frivilligrapport.fast_start import pattern
from frivilligrapport.models.rapport import Rapport
from frivilligrapport.problems import Problem, warning
from frivilligrapport.rules.rule import rule
from frivilligrapport.rules.year import Year

_FILE = "# fil: 2014/rapport.yaml\n"
OLD_YEAR = warning(
    "FR475",
    "Rapporten nævner et andet år end sit eget",
    "Begynder årets rapport.yaml som en kopi af sidste års, bliver det gamle årstal let stående på forsiden eller i "
    "forordet. Skal det stå der, så skriv også rapportens eget år, eller acceptér advarslen med en grund.",
    f"{_FILE}undertitel: Statusrapport 2013",
    f"{_FILE}undertitel: Statusrapport 2014",
)
EARLY_DEADLINE = warning(
    "FR476",
    "Fristen ligger, før året er slut",
    "Statusfilerne fortæller om hele året, så fristen plejer at ligge i året efter. Ligger den før, er den måske fra "
    "sidste års rapport, og frivilligrapport status tæller ned til den forkerte dag.",
    f"{_FILE}frist: 2014-02-01",
    f"{_FILE}frist: 2015-02-01",
)
_FRONT = ("titel", "undertitel", "forord")
_YEAR = pattern(r"(?<!\d)(?:19|20)[0-9]{2}(?!\d)")


@rule(OLD_YEAR)
def _old_year(year: Year) -> Iterator[Problem]:
    """Yield a finding for each text of the front that names last year, or a title any other year, and not its own."""
    own = year.aargang.aar
    for passage in year.own_words:
        if isinstance(passage.piece.group, Rapport) and passage.field in _FRONT:
            named = {int(one[0]): one for one in _YEAR.finditer(passage.text)}
            # A preface may tell of years long gone.
            old = named.get(own - 1) if passage.field == "forord" else next(iter(named.values()), None)
            if old and own not in named:
                message = f"»{passage.field}« nævner {old[0]}, men rapporten er for {own}."
                hint = f"Skriv {own}, hvis årstallet er fra en tidligere rapport"
                yield passage.problem(OLD_YEAR, old.start(), len(old[0]), message, hint, instead=(str(own),))


@rule(EARLY_DEADLINE)
def _early_deadline(year: Year) -> Iterator[Problem]:
    for piece in year.pieces(Rapport):
        frist = piece.group.frist
        if frist and frist.period.end and frist.period.end < date(year.aargang.aar, 12, 31):
            message = f"Fristen {date_as_text(frist.period.end)} ligger før udgangen af {year.aargang.aar}."
            hint = f"Skriv årets frist, fx {year.aargang.aar + 1}-02-01"
            yield piece.problem(EARLY_DEADLINE, frist.location, message, hint)
