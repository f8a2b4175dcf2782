"""Rules about files and what they name: who delivers, where a file lies, which ids, names and files it points at."""
