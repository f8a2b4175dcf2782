"""PDFs with small pages, so that little text fills several."""

from functools import cache

from frivilligrapport.rendering.pdf.typeset import to_pdf
from support.pdf.tagged_pdf import TaggedPdf

STYLE = """
@page { size: 100mm 60mm; margin: 12mm; @top-left { content: "Sidehoved" } @bottom-right { content: counter(page) } }
body { font: 10pt/1.2 sans-serif }
"""


@cache
def tagged(body: str) -> TaggedPdf:
    """Make a PDF of the body of a page."""
    head = f'<!doctype html><html lang="da"><head><title>P</title><style>{STYLE}</style></head>'
    return TaggedPdf(to_pdf(f"{head}<body><h1>P</h1>{body}</body></html>"))
