"""The PDF of a single page, made as a build makes it."""

from frivilligrapport.documents.document_type import Document, DocumentType
from frivilligrapport.pipeline.edition import Cache, Material, Means, make
from frivilligrapport.rendering.templates.sources import Templates


def pdf_of(page: str, cache: Cache | None = None, known: frozenset[str] = frozenset()) -> bytes:
    """Make a.pdf from a page of HTML; `known` are numbers that may stand in it."""
    kind = DocumentType("a", "A", lambda _: (), templates={"a.html.j2": page})
    return make([(kind, Document("a", None), ["pdf"])], Material(Templates({}), known), Means(cache))["a.pdf"]
