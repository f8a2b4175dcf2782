"""The document types, in the order they are made."""

from frivilligrapport.documents.grundlag import DocumentType
from frivilligrapport.documents.statusrapport import STATUSRAPPORT

DOCUMENTS: tuple[DocumentType, ...] = (STATUSRAPPORT,)
