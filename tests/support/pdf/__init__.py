"""Finished PDFs: opened as a screen reader meets them, made small, damaged, and judged by others."""
