"""Files under the wrong name (FR301, FR302)."""

from collections.abc import Callable

from examples import text

Found = Callable[..., str]


def test_capitals(found: Found) -> None:
    """A file name with capitals is another file name; the right one is offered, and nothing is called missing."""
    example = """
        # fil: 2014/TMF.yaml
        forvaltning: TMF
    """
    assert found(example) == text("""
        2014/TMF.yaml:1:1 fejl FR301
          Filen »TMF.yaml« hører ikke til her og bliver ikke læst.
          Kald filen tmf.yaml.
    """)


def test_yml(found: Found) -> None:
    """The ending .yml is not read."""
    example = """
        # fil: 2014/tmf.yml
        forvaltning: TMF
    """
    assert found(example) == text("""
        2014/tmf.yml:1:1 fejl FR301
          Filen »tmf.yml« hører ikke til her og bliver ikke læst.
          Kald filen tmf.yaml.
    """)


def test_by_content(found: Found) -> None:
    """A strange name is explained by what the file says inside."""
    example = """
        # fil: 2014/teknik.yaml
        forvaltning: TMF
    """
    assert found(example) == text("""
        2014/teknik.yaml:1:1 fejl FR301
          Filen »teknik.yaml« hører ikke til her og bliver ikke læst.
          Kald filen tmf.yaml.
    """)


def test_nearly(found: Found) -> None:
    """A slip in the name of a forvaltning that has not delivered is understood."""
    example = """
        # fil: 2014/tfm.yaml
        forvaltning: uoplyst
    """
    assert found(example) == text("""
        2014/tfm.yaml:1:1 fejl FR301
          Filen »tfm.yaml« hører ikke til her og bliver ikke læst.
          Kald filen tmf.yaml.
    """)


def test_nearly_of_a_deliverer(found: Found) -> None:
    """A name nearly like one that has delivered is not taken for a second delivery."""
    example = """
        # fil: 2014/tmf.yaml
        år: 2014
        # fil: 2014/tfm.yaml
        forvaltning: uoplyst
    """
    assert found(example) == text("""
        2014/tfm.yaml:1:1 fejl FR301
          Filen »tfm.yaml« hører ikke til her og bliver ikke læst.
          Giv filen forvaltningens navn, for eksempel tmf.yaml, eller flyt den ud af mappen 2014.
    """)


def test_word(found: Found) -> None:
    """A Word document must be written into a file."""
    example = """
        # fil: 2014/tmf.docx
        x
    """
    assert found(example) == text("""
        2014/tmf.docx:1:1 fejl FR301
          Filen »tmf.docx« hører ikke til her og bliver ikke læst.
          Skriv indholdet ind i tmf.yaml, og læg dokumentet i mappen bilag.
    """)


def test_notepad(found: Found) -> None:
    """Windows hides that Notepad has put .txt on a name; the file must not vanish for that."""
    example = """
        # fil: 2014/tmf.yaml.txt
        x
    """
    assert found(example) == text("""
        2014/tmf.yaml.txt:1:1 fejl FR301
          Filen »tmf.yaml.txt« hører ikke til her og bliver ikke læst.
          Kald filen tmf.yaml.
    """)


def test_word_of_nobody(found: Found) -> None:
    """A Word document with any other name may be an appendix."""
    example = """
        # fil: 2014/tmf.yaml
        år: 2014
        # fil: 2014/referat.docx
        x
    """
    assert found(example) == text("""
        2014/referat.docx:1:1 fejl FR301
          Filen »referat.docx« hører ikke til her og bliver ikke læst.
          Skriv indholdet ind i forvaltningens fil, for eksempel tmf.yaml, eller flyt dokumentet til mappen bilag.
    """)


def test_appendix(found: Found) -> None:
    """Documents in bilag/ are left alone."""
    example = """
        # fil: 2014/tmf.yaml
        år: 2014
        # fil: 2014/bilag/politik.docx
        x
    """
    assert found(example) == ""


def test_stranger(found: Found) -> None:
    """A file that is from nobody is told of, and so is the delivery that is missing."""
    example = """
        # fil: 2014/noter.yaml
        forvaltning: uoplyst
    """
    assert found(example) == text("""
        2014/noter.yaml:1:1 fejl FR301
          Filen »noter.yaml« hører ikke til her og bliver ikke læst.
          Giv filen forvaltningens navn, for eksempel tmf.yaml, eller flyt den ud af mappen 2014.
        kommune.yaml:3:9 advarsel FR309
          TMF har ikke afleveret for 2014.
          Læg filen i indberetninger/2014/tmf.yaml.
    """)


def test_second_delivery(found: Found) -> None:
    """A second file from the same forvaltning is another finding than a misnamed one."""
    example = """
        # fil: 2014/tmf.yaml
        år: 2014
        # fil: 2014/tmf-ny.yaml
        år: 2014
    """
    assert found(example) == text("""
        2014/tmf-ny.yaml:1:1 fejl FR302
          TMF har allerede afleveret filen tmf.yaml. Her er én til: »tmf-ny.yaml«.
          Saml indholdet i tmf.yaml, og flyt denne fil ud af mappen 2014.
    """)


def test_subfolder(found: Found) -> None:
    """A status file in a folder of its own is found too."""
    example = """
        # fil: 2014/tmf.yaml
        år: 2014
        # fil: 2014/gammel/tmf.yaml
        år: 2014
    """
    assert found(example) == text("""
        2014/gammel/tmf.yaml:1:1 fejl FR302
          TMF har allerede afleveret filen tmf.yaml. Her er én til: »gammel/tmf.yaml«.
          Saml indholdet i tmf.yaml, og flyt denne fil ud af mappen 2014.
    """)


def test_moved(found: Found) -> None:
    """Without another delivery it is to be moved."""
    example = """
        # fil: 2014/ny/tmf.yaml
        år: 2014
    """
    assert found(example, without="2014/tmf.yaml") == text("""
        2014/ny/tmf.yaml:1:1 fejl FR301
          Filen »ny/tmf.yaml« hører ikke til her og bliver ikke læst.
          Flyt filen til indberetninger/2014/tmf.yaml.
    """)


def test_other_document(found: Found) -> None:
    """Other documents of the year are recognised by their names, whoever they are from."""
    example = """
        # fil: 2014/tmf.yaml
        år: 2014
        # fil: 2014/følgenotat.yaml
        forvaltning: TMF
    """
    assert found(example) == text("""
        2014/følgenotat.yaml:1:1 fejl FR301
          Filen »følgenotat.yaml« hører ikke til her og bliver ikke læst.
          Kald filen foelgenotat.yaml.
    """)


def test_network(found: Found) -> None:
    """The network has no status file."""
    example = """
        # fil: 2014/tmf.yaml
        år: 2014
        # fil: 2014/net.yaml
        forvaltning: NET
    """
    assert found(example) == text("""
        2014/net.yaml:1:1 fejl FR301
          NET afleverer ikke en fil for sig.
          Flyt indholdet til rapport.yaml under netværk.
    """)


def test_top_level(found: Found) -> None:
    """A status file beside the years belongs to none of them."""
    example = """
        # fil: tmf.yaml
        år: 2014
    """
    assert found(example) == text("""
        tmf.yaml:1:1 fejl FR301
          Filen »tmf.yaml« hører ikke til her og bliver ikke læst.
          Flyt filen ind i årets mappe, for eksempel indberetninger/2014/tmf.yaml.
    """)


def test_second_register(found: Found) -> None:
    """There is one register."""
    example = """
        # fil: kommune.yml
        kommune: Prøvekøbing
    """
    assert found(example) == text("""
        kommune.yml:1:1 fejl FR301
          Filen »kommune.yml« hører ikke til her og bliver ikke læst.
          Saml indholdet i kommune.yaml, og flyt denne fil.
    """)


def test_misnamed_register(found: Found) -> None:
    """A misnamed register is one finding, not two."""
    example = """
        # fil: kommune.yml
        kommune: Prøvekøbing
    """
    assert found(example, without="kommune.yaml") == text("""
        kommune.yaml:1:1 fejl FR303
          Filen kommune.yaml mangler i mappen indberetninger.
          Kald filen »kommune.yml« kommune.yaml.
    """)
