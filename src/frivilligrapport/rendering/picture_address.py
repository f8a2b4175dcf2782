"""The address of a picture in a page that holds the picture itself."""

from base64 import b64encode

_KINDS = {"svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg"}


def picture_address(data: bytes, ending: str) -> str:
    """Make an address that holds a picture itself; `ending` is svg, png or jpg."""
    return f"data:{_KINDS[ending]};base64,{b64encode(data).decode('ascii')}"
