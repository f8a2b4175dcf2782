"""Answers the questions of a form's page from beside the browser, a line for each, as the worker in the page does."""

import sys

from frivilligrapport.formular.answering import answer


def main() -> None:
    """Answer until there are no more questions."""
    for line in sys.stdin:
        sys.stdout.write(f"{answer(line)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
