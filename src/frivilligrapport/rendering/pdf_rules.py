"""What the rules of the PDF checker are about, in Danish."""

import re

# By the rule's name without its standard and number; the first that fits.
_ABOUT = (
    ("FIGURE-|FORMULA-", "et billede eller et diagram har ingen tekst, der kan læses op i stedet"),
    ("LINK-|ANNOTATION-", "et link er ikke beskrevet eller mærket rigtigt"),
    ("VIEWER-PREFERENCES", "dokumentets titel vises ikke i vinduet"),
    ("METADATA-TITLE|INFO-TITLE", "dokumentet har ingen titel"),
    (".*LANG", "sproget er ikke angivet, eller det er angivet forkert"),
    ("ID-|XMP-|METADATA-|INFO-", "filens oplysninger om sig selv mangler eller er forkerte"),
    ("HEADING-", "overskrifternes niveauer følger ikke efter hinanden"),
    ("TABLE-|THEAD-|TBODY-|TFOOT-|TR-|TH-|TD-", "en tabel er ikke mærket rigtigt"),
    ("LI-|L-|LBODY-", "en liste er ikke mærket rigtigt"),
    ("TOC", "indholdsfortegnelsen er ikke mærket rigtigt"),
    ("NOTE-", "en note har ikke sit eget id"),
    (
        "CONTENT-TAGGING|ARTIFACT-|TAGGED-CONTENT",
        "noget på en side er ikke mærket til at blive læst op eller sprunget over",
    ),
    ("STRUCT-|TAGGED-DOCUMENT|FORM-STRUCTURE", "filens mærkning af indholdet er ikke hel"),
    ("FONT-|CMAP|CID|TRUETYPE-|TYPE|UNICODE-|NOTDEF-", "en skrift er ikke lagt rigtigt ind i filen"),
    ("IMAGE-|JPEG2000-", "et billede er gemt på en måde, der ikke kan arkiveres"),
    ("STREAM-|XREF-|HEADER-|TRAILER-|INDIRECT-|HEX-|STRING-", "filen er ikke skrevet rigtigt"),
    (
        "DEVICE|ICC|OUTPUTINTENT|TRANSPARENCY-|EXTGSTATE-",
        "farverne er ikke beskrevet, så de vises ens overalt",
    ),
)


def explain(rule: str, message: str) -> str:
    """Say what a broken rule is about; `message` is the checker's own, in English, for rules without words here."""
    name = rule.partition("-")[2]
    for pattern, text in _ABOUT:
        if re.match(pattern, name):
            return text
    return f"kontrolprogrammet skriver: {message}"
