"""Read a photograph that was handed in, and make it anew: only what can be seen, in a size for a page.

The one importer of Pillow, which is loaded where there is a picture.
"""

import struct
import warnings
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image

_MOST_BYTES = 20_000_000
_MOST_PIXELS = 60_000_000
# At the width of the report's text, 168 mm, that is 240 points an inch.
_LONGEST_SIDE = 1_600
_QUALITY = 85
_FORMATS = ("JPEG", "PNG", "WEBP")
_SAVE_AS = "Åbn det i et billedprogram, og gem det som jpg."
_SMALLER = "Gem det i en mindre størrelse."
_TOO_LARGE = "Billedet har mere end 60 millioner punkter."
# What Pillow raises for a damaged file depends on where in it the damage is.
_DAMAGED = (OSError, ValueError, SyntaxError, EOFError, LookupError, TypeError, ArithmeticError, struct.error)


class UnusablePicture(ValueError):  # noqa: N818 - something a person can put right, not an error of the program's
    """Say in Danish why a picture cannot be used, and what to do."""

    def __init__(self, reason: str, hint: str = _SAVE_AS) -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint


class Picture(NamedTuple):
    """A picture as it is published: JPEG in sRGB, with nothing of what a camera or telephone writes into files."""

    data: bytes
    width: int
    height: int


def read_picture(data: bytes) -> Picture:
    """Read a JPEG, PNG or WebP file of at most 20 MB and 60 million pixels. Raises UnusablePicture."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - most folders have no picture, and all would wait

    if len(data) > _MOST_BYTES:
        raise UnusablePicture("Billedet fylder mere end 20 MB.", _SMALLER)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the size is held against a bound of our own
            with Image.open(BytesIO(data), formats=_FORMATS) as image:
                return _made_anew(image)
    except Image.DecompressionBombError:
        raise UnusablePicture(_TOO_LARGE, _SMALLER) from None
    except UnidentifiedImageError:
        raise UnusablePicture("Filen er ikke et billede i jpg, png eller webp.") from None
    except UnusablePicture:
        raise
    except _DAMAGED:
        raise UnusablePicture("Billedet er ødelagt og kan ikke læses helt.") from None


def _made_anew(image: "Image") -> Picture:
    from PIL import Image, ImageOps  # noqa: PLC0415 - as above

    if image.width * image.height > _MOST_PIXELS:
        raise UnusablePicture(_TOO_LARGE, _SMALLER)
    image.load()
    upright = ImageOps.exif_transpose(image)
    seen = _on_white(_in_srgb(upright))
    seen.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE), Image.Resampling.LANCZOS)
    out = BytesIO()
    # A new image takes nothing along: no place, no time, no small copy of an earlier state.
    bare = Image.new("RGB", seen.size)
    bare.paste(seen)
    bare.save(out, "JPEG", quality=_QUALITY)
    return Picture(out.getvalue(), *bare.size)


def _in_srgb(image: "Image") -> "Image":
    """Turn the colours of a camera's own colour space into those that every screen shows."""
    from PIL import ImageCms  # noqa: PLC0415 - as above

    profile = image.info.get("icc_profile")
    if not profile or image.mode not in {"RGB", "CMYK", "L"}:
        return image
    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode="RGB") or image
    except (OSError, ImageCms.PyCMSError):  # a profile that is none, or of another kind of picture
        return image


def _on_white(image: "Image") -> "Image":
    """Lay a picture with transparent parts on white paper."""
    from PIL import Image  # noqa: PLC0415 - as above

    if not image.has_transparency_data:
        return image.convert("RGB")
    layers = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", layers.size, "white"), layers).convert("RGB")
