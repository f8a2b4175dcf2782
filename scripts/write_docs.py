"""Write the pages of docs/ that the program itself knows the content of.

Use: python scripts/write_docs.py, or make docs. A test fails when a page is stale.
"""

from pathlib import Path

from frivilligrapport.documents.catalogue import own_document_types
from frivilligrapport.documents.overview import DOCUMENT as OVERVIEW
from frivilligrapport.rendering.templates.environment import FILTERS
from frivilligrapport.rendering.templates.sandbox import SAFE_FILTERS
from frivilligrapport.rendering.templates.shipped import builtin_folder
from frivilligrapport.rules.catalogue import ALL_KINDS
from kinds_guide import kinds_guide
from template_guide import template_guide

DOCS = Path(__file__).parent.parent / "docs"


def pages() -> dict[str, str]:
    """Give the generated pages by file name."""
    templates = {path.name: path.read_text(encoding="utf-8") for path in sorted(builtin_folder().glob("*.j2"))}
    return {
        "fejlkoder.md": kinds_guide(ALL_KINDS),
        "skabeloner.md": template_guide((*own_document_types(), OVERVIEW), templates, (*FILTERS, *SAFE_FILTERS)),
    }


def main() -> None:
    """Write the pages, with line feeds on every machine."""
    for name, content in pages().items():
        (DOCS / name).write_text(content, encoding="utf-8", newline="\n")
        print(f"docs/{name}")


if __name__ == "__main__":
    main()
