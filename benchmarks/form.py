"""Measure a form: its size, and how long it takes in each browser until it is drawn, ready, and has checked a text.

The form edits a status file of 2014, opened from disk by the driver of tests/slow/test_form_checks.py;
what that needs is fetched by `make test-slow`. A check is of the whole file with one figure changed: its findings, the
form drawn anew and the preview of the chapter.
"""

import json
import re
import statistics
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
DRIVER = ROOT / "tests/slow/form_checks.mjs"
PUPPETEER = ROOT / ".tools/node_modules/puppeteer-core"
BROWSERS = {"chrome": "/usr/bin/chromium", "firefox": "/usr/bin/firefox-esr"}
ROUNDS = 3
CHECKS = 20


def main() -> None:
    """Print sizes in MB, and for each browser the median of some rounds in milliseconds."""
    with tempfile.TemporaryDirectory() as scratch:
        form = Path(scratch) / "tmf.html"
        make = (sys.executable, "-m", "frivilligrapport", "formular", "TMF", "--year", "2014")
        subprocess.run((*make, "--folder", str(ROOT), "--output", str(form)), check=True, capture_output=True)
        with zipfile.ZipFile(form.with_suffix(".zip"), "w", zipfile.ZIP_DEFLATED) as package:
            package.write(form, form.name)
        sizes = (form.stat().st_size / 1e6, form.with_suffix(".zip").stat().st_size / 1e6)
        print("html {:.2f} MB, zip {:.2f} MB".format(*sizes))
        for browser, program in BROWSERS.items():
            rounds = [measured(browser, program, form) for _ in range(ROUNDS)]
            names = rounds[0]
            middle = {name: statistics.median(one[name] for one in rounds) for name in names}
            print(f"{browser}: " + ", ".join(f"{name} {value:.0f} ms" for name, value in middle.items()))


def measured(browser: str, program: str, form: Path) -> dict[str, float]:
    """Open the form once; give what is measured by name."""
    page = form.read_text(encoding="utf-8")
    found = re.search(r'id="data">(.*?)</script>', page, re.DOTALL)
    text = json.loads(found[1])["tekst"] if found else ""
    asked = [{"gør": "se", "tekst": text.replace("antal: 21", f"antal: {number}")} for number in range(CHECKS)]
    given, out = form.with_name("asked.json"), form.with_name("out.json")
    given.write_text(json.dumps(asked), encoding="utf-8")
    words = ("node", DRIVER, PUPPETEER, browser, program, form, given, "http://127.0.0.1:9/", out)
    subprocess.run([str(word) for word in words], check=True, capture_output=True)
    told = json.loads(out.read_bytes())
    ready = {state: moment for state, _, moment in told["told"]}
    first, *later = [took for _, took in told["answers"]]
    return {
        "drawn": told["drawn"],
        "ready": ready["klar"],
        "first check": first,
        "check": statistics.median(later),
        "slowest of them": max(later),
    }


if __name__ == "__main__":
    main()
