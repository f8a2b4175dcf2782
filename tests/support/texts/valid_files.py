"""Valid status files for property tests, laid out as people do."""

from hypothesis import assume
from hypothesis import strategies as st

from support.texts.fixes import found

WORDS = st.sampled_from(["Fælles", "børn", "på", "café", "Ældre", "havnen", "Øen", "flere", "ståsteder", "haver"])
TEXT = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
WITH_COLON = st.tuples(TEXT, st.sampled_from([": ", " #1 "]), TEXT).map(lambda parts: f'"{"".join(parts)}"')
INDSATS = """\
  - id: indsats-{number}
    navn: {navn}
    tilstand: afholdt
    beskrivelse: |
      {tekst} i byen.

      - {tekst}
        og {tekst}.
    målgrupper:
      - borgere
      - {gruppe}
    tal:
      gæster: 200  # talt ved indgangen
"""


@st.composite
def status_files(draw: st.DrawFn) -> str:
    """Make a valid status file, laid out as people do."""
    head = (
        f"# {draw(TEXT)}\nforvaltning: TMF\når: 2014\nfilstatus: udkast\nperspektiver:\n  tekst: {draw(TEXT)} i byen.\n"
    )
    head += f"status:\n  - overskrift: {draw(TEXT)}\n    tekst: |\n      {draw(TEXT)} i byen.\n"
    body = "".join(
        INDSATS.format(number=number, navn=draw(TEXT | WITH_COLON), tekst=draw(TEXT), gruppe=draw(TEXT))
        for number in range(draw(st.integers(1, 3)))
    )
    text = f"{head}indsatser:\n{body}forslag: ingen{draw(st.sampled_from(['', chr(10)]))}"
    assume(not found(text.encode()).problems)
    return text
