"""Words that say what sort of thing an indsats is and not which: in names they weigh little or nothing."""

from frivilligrapport.danish import plain_words, word_forms, word_stem
from frivilligrapport.models.lister import ART

STOP_WORDS = frozenset(
    plain_words(
        "ad af alle at bag blandt de dem den der det deres egen egne en er et fire flere for fra gennem hele hos hver "
        "i imod in inden lille med mellem mod ny nye nyt og om op over på samme samt som stor store små the til to tre "
        "uden under ved vores år årets årlig årlige"
    )
)
_THINGS = """
    aften aftale aktivitet app arbejde besøg blad bog café camp center dag database debat dialog fest festival film
    folder foredrag forløb forum fællesskab gruppe guide hjælp hold hus håndbog indsamling indsats initiativ jubilæum
    kampagne klub koncert konference korps kursus kursusgang lejr liste løb marked messe møde netværk nyhedsbrev område
    ordning pakke panel patrulje plads plan portal praktik pris produktion program projekt publikation pulje rapport
    række råd samarbejde samling samtale seminar service side skole sted stafet strategi støtte system tilbud tilskud
    tjeneste træf tur turnering uddannelse udflugt udstilling uge undersøgelse undervisning vejledning ven vision
    værested værksted workshop åben
"""
_PEOPLE_AND_PLACES = """
    ansat beboer bibliotek borger bruger by byen byens bydel børn børnehave deltager elev familie far forening
    foreningsliv forvaltning forælder frivillig frivillighed gæst idræt institution international jobcenter kommunal
    kommune kulturhus kvarter kvinde leder ledelse legeplads lokal lokaludvalg medarbejder medlem menneske mor mænd nabo
    organisation park plejecenter pårørende rekruttering senior social sundhed udsat ung ungdom virksomhed ældre
"""
_TIMES = "efterår ferie forår jul morgen påske sommer vinter weekend"
_SYNONYMS = (
    "café cafe",
    "digital it",
    "frivillig frivillighed",
    "plejecenter plejehjem ældrecenter",
    "åben åbent åbne",
)


def forms_of(text: str) -> frozenset[str]:
    """Give the words of a text in all the forms that taking endings off gives."""
    return frozenset(form for word in plain_words(text) for form in word_forms(word))


# What a compound may end in and still be one thing: »sprogcafé« is a café, »naturen« no »ren«.
TAILS = forms_of(" ".join((*ART, _THINGS))) - STOP_WORDS
COMMON_WORDS = forms_of(" ".join((*ART, _THINGS, _PEOPLE_AND_PLACES, _TIMES)))
# Words for the same thing, in all their forms, and the stem of the one that stands for them.
SYNONYMS = {form: word_stem(plain_words(line)[0]) for line in _SYNONYMS for form in forms_of(line)}
