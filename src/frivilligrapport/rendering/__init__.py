"""From a finished value to what is read: text, pages, drawings, tables. Nothing is counted or decided here.

`pdf` alone loads WeasyPrint and its system libraries, so it is imported where a PDF is made.
"""
