"""Show how many of the mistakes in tests/eksempler/ugyldige four checkers see, where, and with what advice."""

import os
import re
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from rivals import CHECKERS, OURS, ROOT, Answer, status_files

from frivilligrapport.collection.loader import load_lone
from frivilligrapport.problems import Problem
from frivilligrapport.reading.source import Source
from frivilligrapport.rules.run import examine

FOLDER = ROOT / "tests" / "eksempler" / "ugyldige"
COLUMNS = ("set", "linje og kolonne", "på den rigtige linje", "siger, hvad der skal stå", "går i stykker")


@dataclass(frozen=True)
class Mistake:
    """A file with one mistake, and our own findings in it."""

    path: Path
    found: tuple[Problem, ...]

    @property
    def line(self) -> int:
        """The line that the corpus says is the guilty one."""
        return int(re.match(r".*?:(\d+):\d+: ", self.path.with_suffix(".txt").read_text(encoding="utf-8"))[1])  # type: ignore[index]

    def says_what_to_write(self, words: str) -> bool:
        """Tell whether one of the texts that put the mistake right stands in a checker's words.

        Generous to the others: a list of allowed words that holds the right one is enough.
        """
        texts = {text.strip() for one in self.found for text in one.instead if len(text.strip()) > 1}
        return any(re.search(rf"(?<!\w){re.escape(text)}(?!\w)", words) for text in texts)

    def is_mended_by(self, text: str) -> bool:
        """Tell whether nothing is found when a text has been pasted over what is underlined."""
        typed = unicodedata.normalize("NFC", self.path.read_bytes().decode().replace("\r\n", "\n"))
        pasted = Source(self.path.name, typed).pasted(self.found[0].location, text).encode()
        return not _found(self.path, pasted)


def _found(path: Path, data: bytes | None = None) -> tuple[Problem, ...]:
    return examine(load_lone(path, path.name, {path.name: data} if data is not None else {})).open


def _row(mistake: Mistake, answer: Answer, *, is_ours: bool) -> tuple[bool, ...]:
    offers = any(one.instead for one in mistake.found) if is_ours else mistake.says_what_to_write(answer.words)
    right = any(line == mistake.line for line, _ in answer.places)
    return (answer.saw, bool(answer.places), right, answer.saw and offers, answer.broke)


def compare(mistakes: list[Mistake]) -> None:
    """Run every checker over every mistake and print how many."""
    print(f"{len(mistakes)} fejl{'':18}" + "  ".join(COLUMNS))
    for checker in CHECKERS:
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            answers = list(pool.map(checker.check, (one.path for one in mistakes)))
        rows = [_row(one, answer, is_ours=checker is OURS) for one, answer in zip(mistakes, answers, strict=True)]
        counts = [sum(column) for column in zip(*rows, strict=True)]
        shown = (f"{n} ({n / len(mistakes):.0%})".rjust(len(name)) for n, name in zip(counts, COLUMNS, strict=True))
        print(f"{checker.name:<26}" + "  ".join(shown))
    wrong = [f"{c.name}: {path.name}" for c in CHECKERS[1:] for path in status_files() if c.check(path).saw]
    print("De syv filer fra 2014 uden fejl:", ", ".join(wrong) or "godkendt af de tre andre også")


def own(mistakes: list[Mistake]) -> None:
    """Print how many findings a mistake gives, and how many of the offered texts put it right."""
    offered = [one for one in mistakes if one.found and one.found[0].instead]
    works = [one for one in offered if all(one.is_mended_by(text) for text in one.found[0].instead)]
    print(f"\nfund pr. fejl: {sum(len(one.found) for one in mistakes) / len(mistakes):.2f}")
    print(f"tilbyder en tekst, der kan sættes ind: {len(offered)} ({len(offered) / len(mistakes):.0%})")
    print(f"filen er gyldig, når teksten er sat ind: {len(works)} ({len(works) / len(offered):.0%} af dem)")


def main() -> None:
    """Read the corpus and compare."""
    mistakes = [Mistake(path, _found(path)) for path in sorted(FOLDER.glob("*.yaml"))]
    compare(mistakes)
    own(mistakes)


if __name__ == "__main__":
    main()
