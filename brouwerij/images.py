"""Pictures that people bring: read with care, and made anew so that nothing else comes along.

Only this module knows Pillow's decoders. What leaves it is a PNG of its own making.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageFile, ImageOps

from brouwerij.domain.refusals import Refusal

LARGEST = 2 * 1024 * 1024
"""Of a file, in bytes."""
MOST = 4000
"""Pixels in a row or a column of a file; more is not unpacked."""
WIDTH, HEIGHT = 800, 400
"""How large a picture is kept at most, in pixels: sharp on a poster, small in a report."""
FAINT = 235
"""From what grey, of 255, nothing is seen on white."""
_FORMATS = ("PNG", "JPEG", "WEBP")
_TOO_LARGE = (Image.DecompressionBombError, Image.DecompressionBombWarning)


def remade(content: bytes) -> bytes | Refusal:
    """A file that somebody chose as a PNG of at most WIDTH by HEIGHT, without all else it held.

    Takes a moment of the processor, so not on the event loop. The refusal says what is wrong.
    """
    if len(content) > LARGEST:
        return Refusal("picture.too_large")
    if b"<svg" in content[:1024].lower():
        return Refusal("picture.svg")
    opened = _opened(content, _FORMATS, (MOST, MOST))
    if isinstance(opened, Refusal):
        return opened
    if opened.mode == "I;16":  # turned to colours as it is, all but the darkest greys are white
        opened = opened.point(lambda grey: grey / 256, "L")
    upright = ImageOps.exif_transpose(opened)
    picture = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    if _is_faint(picture):
        return Refusal("picture.faint")
    if picture.mode == "RGBA":  # without empty edges, which make a logo small
        picture = picture.crop(picture.getbbox())
    picture.thumbnail((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    picture.info = {}
    made = io.BytesIO()
    picture.save(made, "PNG", optimize=True)
    return made.getvalue()


def is_ours(content: bytes) -> bool:
    """Whether this is a picture such as `remade` makes, for one that comes out of a file."""
    opened = _opened(content, ("PNG",), (WIDTH, HEIGHT))
    return len(content) <= LARGEST and not isinstance(opened, Refusal)


def _opened(
    content: bytes, formats: tuple[str, ...], most: tuple[int, int]
) -> Image.Image | Refusal:
    """The picture, unpacked. Its size is looked at first: a small file can unpack to gigabytes."""
    try:
        with _strictly():
            opened = Image.open(io.BytesIO(content), formats=formats)
            if opened.width > most[0] or opened.height > most[1]:
                return Refusal("picture.too_many_pixels", {"limit": MOST})
            opened.load()
    except _TOO_LARGE:
        return Refusal("picture.too_many_pixels", {"limit": MOST})
    except Exception:  # a decoder raises whatever it stumbles over in a file that is none
        return Refusal("picture.unreadable")
    return opened


@contextmanager
def _strictly() -> Iterator[None]:
    """Take no half pictures, though WeasyPrint has Pillow do so from when it is first imported."""
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _is_faint(picture: Image.Image) -> bool:
    """Whether nothing of it is seen on white paper: a white logo, or an empty one."""
    seen = picture
    if picture.mode == "RGBA":
        seen = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture)
    darker = seen.convert("L").point(lambda grey: 255 * (grey < FAINT))
    return darker.getbbox() is None
