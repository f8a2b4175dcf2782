"""What a declared field can be, and what follows from its declaration: reading in one pass and its findings.

No field of any file is named here; the files are declared in the modules of `frivilligrapport.models`.
"""
