"""What an editor says of each file type and each field: what it is, with an example. In Danish, for office workers."""

from frivilligrapport.models.base import Felter
from frivilligrapport.models.schema.texts_dokumenter import DOKUMENTER
from frivilligrapport.models.schema.texts_indsats import INDSATS
from frivilligrapport.models.schema.texts_kommune import KOMMUNE
from frivilligrapport.models.schema.texts_politik import POLITIK
from frivilligrapport.models.schema.texts_rapport import RAPPORT
from frivilligrapport.models.schema.texts_statusfil import STATUSFIL
from frivilligrapport.models.schema.texts_tal import TAL

# Title and description by file type.
FILE_TEXTS = {
    "statusfil": ("Statusfil", "Det, som én forvaltning afleverer om ét år."),
    "rapport": ("Rapport", "Rapportens egne tekster: det, som ingen forvaltning afleverer."),
    "kommune": ("Kommune", "Kommunens forvaltninger, bydele, lokaludvalg, temaer og egne enheder."),
    "politik": ("Politik", "En politik, som årets arbejde holdes op imod."),
    "foelgenotat": ("Følgenotat", "Det korte brev, som rapporten sendes til udvalget med."),
    "arbejdsprogram": ("Arbejdsprogram", "Det, som et råd eller et netværk vil nå i et bestemt år."),
    "operationalisering": ("Operationalisering", "En forvaltnings plan for, hvordan en politik bliver til handling."),
}
TEXTS = STATUSFIL | INDSATS | TAL | RAPPORT | KOMMUNE | POLITIK | DOKUMENTER


def field_text(model: type[Felter], name: str) -> str:
    """Give the text of a field, also of one that the model has from the model it builds on. Raises KeyError."""
    for one in model.__mro__:
        if one in TEXTS and name in TEXTS[one]:
            return TEXTS[one][name]
    raise KeyError(f"{model.__name__}.{name} has no text in models/schema/texts_*.py")
