"""What a PDF says of itself: that it keeps PDF/UA-1 and PDF/A-2a, or nothing."""

import re
from typing import Any

# What WeasyPrint writes of its own accord; it never checks.
_UNCHECKED = re.compile(rb'<rdf:Description rdf:about="" pdfaid:part="2" pdfaid:conformance="A" */>')
_NAMESPACE = b' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"'
_CHECKED = b"""\
<rdf:Description rdf:about="" pdfaid:part="2" pdfaid:conformance="A"/>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part>\
</rdf:Description>
"""
# PDF/A knows no PDF/UA: a file that is both must describe the other's property (ISO 19005-2, 6.6.2.3).
_SCHEMA = b"""\
<rdf:Description rdf:about=""
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>The part of ISO 14289 that the file keeps</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def write_claims(pdf: Any, *, claims: bool) -> None:
    """Write both claims into the metadata of a pydyf.PDF, or take out the one that WeasyPrint writes.

    The metadata stays uncompressed, for archives' tools that look for it without opening the file.
    """
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    metadata.compress = False
    text, found = _UNCHECKED.subn(_CHECKED + _SCHEMA if claims else b"", metadata.stream[0])
    if found != 1:
        raise RuntimeError("WeasyPrint writes its metadata in another way than it did")
    metadata.stream[0] = text if claims else text.replace(_NAMESPACE, b"")


def makes_claims(pdf: bytes) -> bool:
    """Tell whether a finished PDF says that it keeps the standards, by the metadata that `write_claims` left open."""
    return b"<pdfuaid:part>1</pdfuaid:part>" in pdf
