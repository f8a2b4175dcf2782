"""Hold WeasyPrint's own time on a document's HTML against its time on the HTML of another day.

    git worktree add /tmp/then COMMIT; cd /tmp/then; … build 2014 --format html --output /tmp/then-html
    python benchmarks/engine.py /tmp/then-html/statusrapport.html udgivelser/2014/statusrapport.html

Both are given to WeasyPrint alone, and the second is also given as the program asks it: the text of links that lead to
other documents, the engine's style sheet without what is not used, laid out until the last page is filled, each object
of the file made into bytes once. CPU time of reading, laying out and writing, in turn, a process each, without the
start of Python and the imports; and the ratios within a round.
"""

import argparse
import subprocess
import sys
from pathlib import Path
from statistics import median

OPTIONS = "pdf_variant='pdf/a-2a'"
MEASURED = """
import sys, time
from pathlib import Path
{imports}
begun = time.process_time()
html = Path(sys.argv[1]).read_text(encoding="utf-8")
{work}
print(time.process_time() - begun)
"""
ALONE = MEASURED.format(
    imports="from weasyprint import HTML", work=f"HTML(string=html).write_pdf(sys.argv[2], {OPTIONS})"
)
ASKED = MEASURED.format(
    imports="from frivilligrapport.rendering.pdf.typeset import PrintedPage, lay_out, write",
    work=f"asked = dict({OPTIONS}); Path(sys.argv[2]).write_bytes(write(lay_out(PrintedPage(html), asked), asked))",
)


def seconds(program: str, html: Path) -> float:
    """Run a program on a document in a process of its own; give the CPU seconds that it tells."""
    command = [sys.executable, "-c", program, str(html), "/dev/null"]
    return float(subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout)


def main() -> None:
    """Measure both in turn and print each ratio: its median, and a quarter of the rounds on either side."""
    parser = argparse.ArgumentParser(description="Compare WeasyPrint's time on two documents.")
    parser.add_argument("then", type=Path, help="the HTML to compare with")
    parser.add_argument("now", type=Path, help="the HTML of today")
    parser.add_argument("--rounds", type=int, default=11)
    given = parser.parse_args()
    rows = {"then, alone": (ALONE, given.then), "now, alone": (ALONE, given.now), "now, as asked": (ASKED, given.now)}
    found: dict[str, list[float]] = {name: [] for name in rows}
    for number in range(given.rounds + 1):
        for name, row in rows.items():
            used = seconds(*row)
            if number:  # the first round warms the disk
                found[name].append(used)
    base = found["then, alone"]
    for name, times in found.items():
        ratios = sorted(one / then for one, then in zip(times, base, strict=True))
        quarter = len(ratios) // 4
        spread = f"{ratios[quarter]:.2f}-{ratios[-1 - quarter]:.2f}"
        print(f"{name:<14} {median(times):6.2f} s  {median(ratios):5.2f} x  ({spread})", flush=True)


if __name__ == "__main__":
    main()
