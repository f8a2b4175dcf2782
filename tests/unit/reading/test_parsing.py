"""What YAML allows and a status file does not is one finding each, and the tree holds what is left."""

import pytest

from support.texts.yaml_findings import plain, reading, said, told

CURLY = ("FR013", "Felter kan ikke skrives i krøllede parenteser.", "Skriv hvert felt på sin egen linje.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "titel: &Flere folk\n",
            ("1:8", 11, "FR011", "Værdien begynder med »&«, som betyder noget særligt.", 'Skriv "&Flere folk"'),
        ),
        ("a: &b\n  c: d\n", ("1:4", 2, "FR011", "Værdien begynder med »&«, som betyder noget særligt.", "Slet »&b«.")),
        (
            "a: *b\n",
            (
                "1:4", 2, "FR011", "»*b« henviser til et andet sted i filen.",
                "Skriv værdien helt ud, eller sæt den i anførselstegn.",
            ),
        ),
        ("a: !b c\n", ("1:4", 4, "FR012", "Værdien begynder med »!«, som betyder noget særligt.", 'Skriv "!b c"')),
        (
            "a: !!python/object:os.system\n  - b\n",
            (
                "1:4", 25, "FR012", "Værdien begynder med »!«, som betyder noget særligt.",
                "Slet »!!python/object:os.system«.",
            ),
        ),
        ("a: {b: 1,5}\n", ("1:4", 8, *CURLY)),
        ("a: {b: {c: d}, e: [{f: g}]}\n", ("1:4", 24, *CURLY)),
        ("a: [{b: c}]\n", ("1:5", 6, *CURLY)),
        ("a: {b: c,\n  d: e}\n", ("1:4", 1, *CURLY)),
        ("a: {{ b }}\n", ("1:4", 7, *CURLY[:2], 'Skriv "{{ b }}"')),
        ("<<: a\n", ("1:1", 2, "FR017", "»<<« kan ikke bruges som felt.", "Skriv felterne helt ud.")),
        ("? [a]\n: b\n", ("1:3", 3, "FR016", "Her skal stå et feltnavn.", "Skriv navn, kolon og værdi.")),
        ("a: b\n---\nc: d\n", ("2:1", 3, "FR014", "Linjen »---« begynder en ny fil.", "Slet linjen.")),
        ("a: b\n...\nc: d\n", ("2:1", 3, "FR014", "Linjen »...« slutter filen her.", "Slet linjen.")),
    ],
)  # fmt: skip
def test_what_yaml_allows_and_a_status_file_does_not(text: str, found: tuple[str, int, str, str, str]) -> None:
    """Anchors, references, tags, curly brackets, merge keys, odd keys and second documents are one finding each."""
    assert said(text) == [found]


def test_one_file_may_begin_with_three_dashes() -> None:
    """The line that begins a document is no second document."""
    assert said("---\na: b\n") == []


SAME = "Behold den ene linje, og slet den anden."


@pytest.mark.parametrize("again", ["målgrupper", "Målgrupper", "maalgrupper", "ma\u030algrupper", '"målgrupper"'])
def test_a_field_that_stands_twice(again: str) -> None:
    """One field in two spellings is one field; the first is kept, and both lines are named."""
    typed = again.strip('"').replace("a\u030a", "å")
    got = reading(f"målgrupper: [a]\nart: b\n{again}: [c]\n")
    message = f"Feltet »{typed}« står to gange. Det står også i linje 1."
    assert [told(problem)[2:] for problem in got.problems] == [("FR015", message, SAME)]
    assert got.problems[0].location.line == 3
    assert plain(got.tree) == {"maalgrupper": ["a"], "art": "b"}


def test_an_item_that_has_lost_its_dash_is_one_finding() -> None:
    """When an item's first field comes again, the fields after it are not told as well."""
    message = "Feltet »id« står to gange. Det står også i linje 1."
    hint = "Skriv - id, hvis her begynder et nyt punkt i listen. Ellers slet linjen."
    assert said("- id: a\n  navn: A\n  id: b\n  navn: B\n") == [("3:1", 4, "FR015", message, hint)]


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("a: &b c\n", ('"&b c"',)),
        ("a: &b c\nd: *b\n", ("",)),
        ("a: !!str c\n", ("",)),
        ("a: &b\n  c: d\n", ("",)),
        ("a: {b: 1, c: {d: 2}}\n", ("\n  b: 1\n  c:\n    d: 2",)),
        ("- {b: 1, c: 2}\n", ("b: 1\n  c: 2",)),
        ("a: {b: 1,5}\n", ()),
        ("a: [{b: c}]\n", ()),
        ("- id: a\n  navn: A\n  id: b\n", ("- id",)),
        ("id: a\nid: b\n", ()),
        ("a: b\n---\n", ("",)),
    ],
)
def test_what_is_offered(text: str, instead: tuple[str, ...]) -> None:
    """What may be pasted over the underlined characters keeps every word, and is left out where it cannot be known."""
    assert reading(text).problems[0].instead == instead
