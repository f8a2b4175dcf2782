"""Compare `validate` of the seven status files of 2014 with check-jsonschema and yamale on the same, as processes."""

import sys

from rivals import CHECK_JSONSCHEMA, YAMALE_CHECKER, status_files
from side_by_side import medians, show


def main() -> None:
    """Measure in turn; the other two are given one file type's schema each and look at nothing between the files."""
    files = status_files()
    ours = [sys.executable, "-m", "frivilligrapport", "validate"]
    commands = {
        "frivilligrapport validate, 7 filer": [*ours, *map(str, files)],
        "check-jsonschema, 7 filer": CHECK_JSONSCHEMA.command(files),
        "yamale, 7 filer": YAMALE_CHECKER.command(files),
        "frivilligrapport validate, 1 fil": [*ours, str(files[0])],
        "check-jsonschema, 1 fil": CHECK_JSONSCHEMA.command(files[:1]),
        "yamale, 1 fil": YAMALE_CHECKER.command(files[:1]),
        "python -c pass": [sys.executable, "-c", "pass"],
    }
    show(medians(commands), "check-jsonschema, 7 filer")


if __name__ == "__main__":
    main()
