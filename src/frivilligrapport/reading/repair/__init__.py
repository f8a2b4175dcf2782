"""Repairs of a file's bytes and lines that leave what is meant as it is. What is not repaired keeps every byte."""
