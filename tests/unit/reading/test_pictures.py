"""Pictures that were handed in: what is published of them, and what is said of those that cannot be used."""

from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from frivilligrapport.reading.pictures import UnusablePicture, read_picture

ORIENTATION, MAKER, PLACE = 0x0112, 0x010F, 0x8825
TURNED = 6


def photograph(form: str = "JPEG", size: tuple[int, int] = (40, 20), mode: str = "RGB") -> bytes:
    """Give a small picture, red at the left, as a telephone would save it: lying, and with its maker and the place."""
    image = Image.new(mode, size)
    image.paste(Image.new(mode, (size[0] // 2, size[1]), "red"))
    written = Image.Exif()
    written[ORIENTATION], written[MAKER], written[PLACE] = TURNED, "Et kamera", {1: "N", 2: (55.0, 40.0, 34.0)}
    out = BytesIO()
    image.save(out, form, exif=written)
    return out.getvalue()


SEEN = {form: photograph(form) for form in ("JPEG", "PNG", "WEBP")}


@pytest.mark.parametrize("form", SEEN)
def test_nothing_of_what_a_camera_writes_is_published(form: str) -> None:
    """Place, maker and orientation are gone, and the picture stands upright."""
    picture = read_picture(SEEN[form])
    with Image.open(BytesIO(picture.data)) as made:
        assert (made.format, made.mode, made.size) == ("JPEG", "RGB", (20, 40))
        assert not made.getexif()
        red, _, blue = made.getpixel((10, 5))  # type: ignore[misc]  # a colour, since the mode is RGB
    assert red > 200 > blue
    assert b"Et kamera" in SEEN[form]
    assert b"Et kamera" not in picture.data


def test_the_same_picture_gives_the_same_bytes() -> None:
    """An edition is the same from the same input."""
    assert read_picture(SEEN["PNG"]) == read_picture(SEEN["PNG"])


def test_a_large_picture_is_made_smaller() -> None:
    """A page needs no more than 1,600 points along the longer side."""
    assert max(read_picture(photograph(size=(4000, 1000)))[1:]) == 1600


def test_what_is_transparent_is_laid_on_white() -> None:
    """A drawing without ground is no black square on the page."""
    out = BytesIO()
    Image.new("RGBA", (9, 9), (0, 0, 0, 0)).save(out, "PNG")
    with Image.open(BytesIO(read_picture(out.getvalue()).data)) as made:
        assert made.getpixel((4, 4)) == (255, 255, 255)


def _bomb() -> bytes:
    out = BytesIO()
    Image.new("1", (20_000, 20_000)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "Filen er ikke et billede i jpg, png eller webp."),
        (b"", "Filen er ikke et billede i jpg, png eller webp."),
        (SEEN["JPEG"][:-200], "Billedet er ødelagt og kan ikke læses helt."),
        (b"\xff\xd8" + b"0" * 20_000_001, "Billedet fylder mere end 20 MB."),
        (_bomb(), "Billedet har mere end 60 millioner punkter."),
    ],
    ids=["svg", "empty", "cut", "heavy", "many points"],
)
def test_what_cannot_be_used_is_told_in_plain_words(data: bytes, reason: str) -> None:
    """A drawing, half a file and what would fill the memory are refused, each with its reason."""
    with pytest.raises(UnusablePicture) as refused:
        read_picture(data)
    assert refused.value.reason == reason


@pytest.mark.full
@given(st.sampled_from(sorted(SEEN)), st.data())
def test_no_damage_breaks_the_program(form: str, data: st.DataObject) -> None:
    """A damaged file is a picture, or refused in our own words."""
    whole = bytearray(SEEN[form])
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=8)):
        whole[at] = data.draw(st.integers(0, 255))
    with suppress(UnusablePicture):
        read_picture(bytes(whole[: data.draw(st.integers(0, len(whole)))]))
