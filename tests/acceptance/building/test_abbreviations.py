"""Abbreviations in what is built: written out once in our sentences, as typed in others', and told of in the key."""

import re

import pytest

from support.folders.work_folder import status_file, write_folder
from support.program import in_process

KOMMUNE = """\
kommune: Prøvekøbing
forvaltninger:
  - id: sof
    forkortelse: SOF
    navn: Socialforvaltningen
  - id: kff
    forkortelse: KFF
    navn: Kulturforvaltningen
forkortelser:
  - forkortelse: FCB
    betydning: Frivilligcenter Byen
"""
TEXT = "Hos SOF og i FCB arbejder KFF med **SOF** og KL hver dag."
RAPPORT = f"titel: Frivillighed\når: 2014\nforord: |\n  {TEXT}\nforslag: ingen\n"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Build a year of two forvaltninger that say nothing in figures."""
    files = {"kommune.yaml": KOMMUNE, "2014/rapport.yaml": RAPPORT}
    files |= {f"2014/{one.lower()}.yaml": status_file(one) for one in ("SOF", "KFF")}
    root = write_folder(tmp_path_factory.mktemp("mappe"), files)
    assert in_process(root)("build", "2014", "--format", "md,html", cwd=root).code == 0
    return {path.name: path.read_text(encoding="utf-8") for path in (root / "udgivelser" / "2014").iterdir()}


def test_texts_come_out_as_typed_and_ours_are_written_out(pages: dict[str, str]) -> None:
    """The preface has its letters, marked in HTML; what nobody has declared is left alone."""
    assert TEXT in pages["statusrapport.md"]
    marked = re.sub(r"</?abbr[^>]*>", "", pages["statusrapport.html"])
    assert TEXT.replace("**SOF**", "<strong>SOF</strong>") in marked
    assert '<abbr title="Frivilligcenter Byen">FCB</abbr>' in pages["statusrapport.html"]
    assert "KL</abbr>" not in pages["statusrapport.html"]
    assert "Socialforvaltningen (SOF)" in pages["statusrapport.md"]


def test_the_key_has_what_the_document_uses(pages: dict[str, str]) -> None:
    """In the report a chapter of its own; on a sheet only what the sheet does not say itself."""
    key = pages["statusrapport.md"].partition("## Forkortelser\n\n")[2]
    assert key == "- **FCB:** Frivilligcenter Byen\n- **KFF:** Kulturforvaltningen\n- **SOF:** Socialforvaltningen\n"
    assert "Forkortelser" not in pages["faktaark-sof.md"]
    assert not any("forkortelser:" in text for text in pages.values())
