"""Tables in HTML: each part says what it is, and each cell what it is called where it stands alone."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from frivilligrapport.rendering.html_tables import with_names
from frivilligrapport.rendering.markdown.to_html import to_html

HEAD = (
    '<thead>\n<tr>\n<th scope="col">Hvem</th>\n'
    '<th scope="col" class="tal">An<wbr>tal &amp; &#34;mål&#34;</th>\n</tr>\n</thead>'
)
ROWS = '<tbody>\n<tr id="r1"><th scope="row">TMF</th><td class="tal">21 <a href="#k">[1]</a></td></tr>\n</tbody>'


class Cells(HTMLParser):
    """Collect the elements of a table with their attributes, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.text += data


def test_each_part_has_its_role_and_each_cell_its_name() -> None:
    """What was there stays: ids, classes, scopes, links."""
    assert with_names(HEAD + ROWS) == (
        '<thead role="rowgroup">\n<tr role="row">\n<th role="columnheader" scope="col">Hvem</th>\n'
        '<th role="columnheader" scope="col" class="tal">An<wbr>tal &amp; &#34;mål&#34;</th>\n</tr>\n</thead>'
        '<tbody role="rowgroup">\n<tr role="row" id="r1"><th role="rowheader" scope="row" data-navn="Hvem">TMF</th>'
        '<td role="cell" class="tal" data-navn="Antal &amp; &#34;mål&#34;">21 <a href="#k">[1]</a></td></tr>\n</tbody>'
    )


def test_a_table_without_heads_has_roles_alone() -> None:
    """Its cells have no names, and nothing is made up."""
    assert with_names("<tbody><tr><td>1</td></tr></tbody>") == (
        '<tbody role="rowgroup"><tr role="row"><td role="cell">1</td></tr></tbody>'
    )


@pytest.mark.parametrize(("columns", "whole"), [(2, True), (3, True), (9, False)])
def test_a_word_is_broken_only_where_there_is_no_room_for_it(columns: int, whole: bool) -> None:
    """A word of Danish length stays whole beside others as long; in a link nothing is ever broken."""
    cells = "<td>Naturfredningsforening</td>" * (columns - 1) + '<td><a href="#k">Naturfredningsforening</a></td>'
    shown = with_names(f"<tbody><tr>{cells}</tr></tbody>")
    assert ("<wbr>" not in shown) == whole
    assert '<a href="#k">Naturfredningsforening</a>' in shown


@given(st.lists(st.lists(st.text(max_size=12), min_size=3, max_size=3), min_size=2, max_size=4))
def test_no_word_is_added_and_none_is_lost(rows: list[list[str]]) -> None:
    """Whatever stands in the cells, the page says the same words, and no text becomes an attribute of its own."""
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in rows[0])
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows[1:])
    plain = f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    before, after = Cells(plain), Cells(with_names(plain))
    assert after.text == before.text
    assert [tag for tag, _ in after.found] == [tag for tag, _ in before.found]
    assert {name for _, attributes in after.found for name in attributes} <= {"role", "scope", "data-navn"}


@pytest.mark.parametrize("columns", [1, 3, 40])
def test_a_contributors_table_is_named_too(columns: int) -> None:
    """Each cell below the head has the name of its own column, also in a table as wide as the page."""
    head = [f"Uge {number}" for number in range(columns)]
    html = to_html("\n".join(f"|{'|'.join(row)}|" for row in (head, ["---"] * columns, ["x"] * columns)))
    assert re.findall(r'data-navn="([^"]*)"', html) == head
    assert "tabindex" not in html
