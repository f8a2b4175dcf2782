"""A work folder whose only indsats has a story with a picture."""

from io import BytesIO
from pathlib import Path

from PIL import Image

from support.folders.work_folder import put, status_file, write_small

STORY = """\
indsatser:
  - id: byhave
    navn: Byhaven
    art: projekt
    tilstand: i gang
historier:
  - titel: Æbletræet på hjørnet
    tekst: Naboerne kom med spader. Nu er der æbler til alle.
    indsats: byhave
    citat:
      tekst: Jeg kom for at plante et træ og blev hængende, for her er der altid nogen at snakke med
      funktion: frivillig i byhaven
    billede:
      fil: billeder/træ.jpg
      alt_tekst: Et æbletræ på et hjørne.
      fotograf: Prøvefotograf
      grundlag: samtykke
      samtykke: 2014-06-12
"""


def picture(colour: str = "green") -> bytes:
    """Draw a picture that says where it was taken, as a camera does."""
    out = BytesIO()
    Image.new("RGB", (30, 20), colour).save(out, "JPEG", comment="hjemme hos mig")
    return out.getvalue()


def write_story(root: Path, body: str = STORY) -> Path:
    """Write the folder, with `body` for what TMF tells."""
    folder = write_small(root)
    put(folder, "2014/tmf.yaml", status_file("TMF", body))
    (folder / "indberetninger/2014/billeder").mkdir()
    put(folder, "2014/billeder/træ.jpg", picture())
    return folder
