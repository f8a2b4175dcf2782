"""From a finished value to text and pages: Markdown, HTML and PDF.

`pdf` is left out here, since importing it loads WeasyPrint and its system libraries.
"""
