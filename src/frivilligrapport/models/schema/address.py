"""Where the schemas lie, and the line in a file that leads an editor to its own."""

FOLDER = "skema"  # below indberetninger/


def file_name(file_type: str) -> str:
    """Give the name of a file type's schema: "statusfil.schema.json"."""
    return f"{file_type}.schema.json"


def modeline(file_type: str, depth: int = 1) -> str:
    """Give the first line of a file, without its line end, by which VS Code's YAML extension finds the schema.

    `depth` is how many folders below indberetninger/ the file lies: 1 for a status file, 0 for kommune.yaml.
    """
    return f"# yaml-language-server: $schema={'../' * depth}{FOLDER}/{file_name(file_type)}"
