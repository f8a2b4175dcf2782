"""The cover note against the report that it brings: results, the report's title, and the year (FR459, FR466, FR467)."""

from collections.abc import Iterator

from frivilligrapport.danish import date_as_text, join_words, normal_key
from frivilligrapport.fast_start import pattern
from frivilligrapport.models.dokumentfiler.foelgenotat import Foelgenotat, Resultat
from frivilligrapport.models.lister import is_unanswered
from frivilligrapport.models.rapport import Bilag
from frivilligrapport.problems import Problem, error, warning
from frivilligrapport.rules.references import Ids
from frivilligrapport.rules.rule import rule
from frivilligrapport.rules.year import Year

_NETVAERK = (
    "# fil: 2014/rapport.yaml\nnetværk:\n  indsatser:\n    - id: haandbog\n      navn: Håndbog\n"
    "      tilstand: i drift\n# fil: 2014/foelgenotat.yaml\nresultater:\n  - indsats: {}"
)
_NOTE = "# fil: 2014/foelgenotat.yaml\n"
_HEAD = _NOTE + (
    "hoved:\n  afsender: [Økonomiforvaltningen]\n  til: Økonomiudvalget\n"
    "  emne: Rapport om frivillighed {}\n  dato: 2015-04-15"
)
_BILAG = _NOTE + "bilag:\n  - nummer: 1\n    titel: {}\n    fil: statusrapport"
OTHER_YEAR = warning(
    "FR459",
    "Følgenotatet handler om et andet år",
    "Notatet ligger i mappen for det år, som rapporten handler om. Nævner emnet kun et andet år, eller er notatet "
    "ældre end det år, er det tit kopieret fra et tidligere og ikke rettet til.",
    _HEAD.format("2013"),
    _HEAD.format("2014"),
)
EMPTY_RESULT = error(
    "FR466",
    "Et resultat henviser ikke til noget, der er gjort",
    "Et resultat i følgenotatet er en af netværkets indsatser i rapport.yaml, nævnt ved sit id, og den skal være "
    "gennemført eller i gang. Så kan notatet ikke love mere, end rapporten viser.",
    _NETVAERK.format("haandbogen"),
    _NETVAERK.format("haandbog"),
)
OTHER_TITLE = warning(
    "FR467",
    "Bilaget har et andet navn end rapporten",
    "Den, der får notatet, leder efter rapporten under det navn, som notatet giver den. Navnet er »titel« i "
    "rapport.yaml.",
    _BILAG.format("Frivillig i Prøvekøbing"),
    _BILAG.format("Frivillighed i Prøvekøbing"),
)
_YEAR = pattern(r"\b(?:19|20)[0-9]{2}\b")
_REPORT = "statusrapport"


@rule(OTHER_YEAR)
def _other_year(year: Year) -> Iterator[Problem]:
    for piece in year.in_documents(Foelgenotat):
        head, own = piece.group.hoved, year.aargang.aar
        named = dict.fromkeys(_YEAR.findall(head.emne or ""))
        if head.emne and named and str(own) not in named:
            message = f"Emnet nævner {join_words(list(named))}, men notatet ligger i mappen {own}."
            yield piece.problem(OTHER_YEAR, head.emne.location, message, "Ret årstallet, eller flyt notatet")
        written = head.dato.period.start if head.dato else None
        if head.dato and written and written.year < own:
            message = f"Notatet er dateret den {date_as_text(written)}, før {own} begyndte."
            yield piece.problem(OTHER_YEAR, head.dato.location, message, "Ret datoen, eller flyt notatet")


@rule(EMPTY_RESULT, needs_folder=True)
def _empty_results(year: Year) -> Iterator[Problem]:
    report = year.aargang.rapport
    if report is None:
        return
    known = {str(one.id): one for one in (report.netvaerk.indsatser if report.netvaerk else ())}
    names = Ids({name: str(one.navn) for name, one in known.items()})
    for piece in year.in_documents(Resultat):
        typed = piece.group.indsats
        found, place = known.get(str(typed)), typed.location
        if found and (found.kommende or found.tilstand == "aflyst"):
            message = f"»{found.navn}« er {found.tilstand} og derfor ikke et resultat."
            yield piece.problem(EMPTY_RESULT, place, message, "Tag den ud af resultater, og skriv om den i fremover")
        elif not found and is_unanswered(typed):
            hint = "Skriv id'et på en af netværkets indsatser i rapport.yaml, eller slet resultatet"
            yield piece.problem(EMPTY_RESULT, place, "Resultatet henviser ikke til noget.", hint)
        elif not found:
            message = f"Netværket har ingen indsats med id'et »{typed}« i rapport.yaml."
            hint = "Skriv id'et på en af netværkets indsatser"
            yield piece.unknown(EMPTY_RESULT, place, message, names.meant(typed), hint)


@rule(OTHER_TITLE, needs_folder=True)
def _other_title(year: Year) -> Iterator[Problem]:
    report = year.aargang.rapport
    for piece in year.in_documents(Bilag):
        one = piece.group
        is_report = report and normal_key(one.fil or "") == _REPORT and not is_unanswered(report.titel)
        if report and is_report and report.titel.key not in one.titel.key:
            whole = ", ".join(str(part) for part in (report.titel, report.undertitel) if part)
            message = f"Bilaget hedder »{one.titel}«, men rapporten hedder »{report.titel}«."
            yield piece.problem(OTHER_TITLE, one.titel.location, message, f"Skriv {whole}", instead=(whole,))
