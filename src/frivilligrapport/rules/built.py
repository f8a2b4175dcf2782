"""What the program builds of a year, as far as a file may refer to it by name."""

from frivilligrapport.rules.walk import Year

# Of the documents that are made from a report year; a test holds them against the document types.
_OF_THE_REPORT = ("statusrapport",)


def built(year: Year) -> tuple[str, ...]:
    """Name the documents of a year: those made from the report, and those that have a file of their own."""
    own = tuple(one.id for one in year.aargang.dokumentfiler)
    return (*_OF_THE_REPORT, *own) if year.aargang.is_report_year else own
