"""What the program builds of a year, as far as a file may refer to it by name."""

from frivilligrapport.rules.walk import Year

# Of the documents that are made from a report year; a test holds them against the document types.
OF_THE_REPORT = ("statusrapport", "kort-udgave")


def built(year: Year) -> tuple[str, ...]:
    """Name the documents of a year: those made from the report, and those that have a file of their own."""
    own = tuple(one.id for one in year.aargang.dokumentfiler)
    if not year.aargang.is_report_year:
        return own
    sheets = (f"faktaark-{one.id}" for one in year.samling.forvaltninger(year.aargang.aar))
    return (*OF_THE_REPORT, *sheets, *own)
