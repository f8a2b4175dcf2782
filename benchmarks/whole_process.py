"""Compare `build` with the least that WeasyPrint can do."""

import os
import sys
import tempfile
from pathlib import Path

from side_by_side import medians, show

ROOT = Path(__file__).parents[1]
PROGRAM = [sys.executable, "-m", "frivilligrapport"]
ALONE = "import sys; from weasyprint import HTML; HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant='pdf/a-2a')"


def main() -> None:
    """Measure building from nothing, unchanged and without the PDF."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        build = [*PROGRAM, "build", "2014", "--document", "statusrapport", "--folder", str(ROOT), "--output", folder]
        medians({"build": build}, rounds=1)
        html, pdf = Path(folder) / "statusrapport.html", Path(folder) / "alene.pdf"
        commands = {
            "WeasyPrint alene": [sys.executable, "-c", ALONE, str(html), str(pdf)],
            "build 2014, forfra": [*build, "--no-cache"],
            "build 2014, uændret": build,
            "build 2014, uden PDF": [*build, "--format", "md,html"],
        }
        show(medians(commands, rounds=5), "WeasyPrint alene")


if __name__ == "__main__":
    main()
