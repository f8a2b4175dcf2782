"""What a schema cannot say, by the first characters of the findings' codes, each with the reason.

All other codes are of a file's fields, and there schema and program agree: a property test compares them.
docs/editor.md says the same to its readers.
"""

from collections.abc import Mapping
from types import MappingProxyType

ONLY_IN_PROGRAM: Mapping[str, str] = MappingProxyType(
    {
        "FR0": "Editoren læser filen på sin egen måde. Programmet er strengere med tegn, gentagelser og genvejstegn.",
        "FR2": "Et skema kan ikke læse antal, andele, datoer og perioder, som mennesker skriver dem.",
        "FR3": "Et skema ser ét felt ad gangen. Det kender ikke mappen, de andre filer og de andre felter.",
        "FR4": "Et skema læser ikke tekst. Det ser ikke halve sætninger, pladsholdere eller antal i teksten.",
        "FR9": "Et skema leder ikke efter CPR-numre.",
    }
)
