"""Pictures that people bring: what is taken, what comes out, and what is refused and why."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import pytest
from PIL import Image, ImageFile, PngImagePlugin

from brouwerij import images
from brouwerij.domain.refusals import Refusal

COPPER = (168, 72, 26)
SECRET = b"Geheime maker"


@pytest.fixture(autouse=True)
def after_a_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """As WeasyPrint leaves Pillow, when this process made a PDF before."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)


def picture(mode: str = "RGB", size: tuple[int, int] = (100, 50), colour: Any = COPPER) -> Any:
    return Image.new(mode, size, colour)


def file(picture: Image.Image, format: str = "PNG", **options: Any) -> bytes:
    written = io.BytesIO()
    picture.save(written, format, **options)
    return written.getvalue()


def made_of(content: bytes) -> Image.Image:
    png = images.remade(content)
    assert isinstance(png, bytes), png
    assert images.is_ours(png)
    return Image.open(io.BytesIO(png), formats=("PNG",))


def refused(content: bytes) -> str:
    outcome = images.remade(content)
    return outcome.code if isinstance(outcome, Refusal) else "taken"


def png_that_claims(width: int, height: int) -> bytes:
    """A small file that would unpack to a picture of this size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(4000))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.mark.parametrize("format", ["PNG", "JPEG", "WEBP"])
def test_picture_when_it_is_large_then_it_is_made_small_and_keeps_its_shape(format: str):
    assert made_of(file(picture(size=(3000, 1000)), format)).size == (800, 267)
    assert made_of(file(picture(size=(1000, 3000)), format)).size == (133, 400)
    assert made_of(file(picture(size=(60, 20)), format)).size == (60, 20)


@pytest.mark.parametrize(
    ("mode", "colour", "found"),
    [
        ("RGB", COPPER, COPPER),
        ("RGBA", (*COPPER, 128), (*COPPER, 128)),
        ("L", 60, (60, 60, 60)),
        ("I;16", 30_000, (117, 117, 117)),
        ("LA", (60, 128), (60, 60, 60, 128)),
        ("1", 0, (0, 0, 0)),
        ("P", 0, (0, 0, 0)),
    ],
)
def test_picture_when_its_colours_are_kept_in_any_way_then_they_stay(
    mode: str, colour: Any, found: tuple[int, ...]
):
    assert made_of(file(picture(mode, colour=colour))).getpixel((5, 5)) == found


def test_picture_when_its_edges_are_empty_then_they_go_and_dark_ones_stay():
    wide = picture("RGBA", (200, 100), (0, 0, 0, 0))
    wide.paste(picture(size=(60, 20)), (30, 40))
    assert made_of(file(wide)).size == (60, 20)
    assert made_of(file(picture(colour=0))).size == (100, 50)


def test_picture_when_it_lies_on_its_side_then_it_is_turned_and_nothing_else_comes_along():
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", SECRET.decode())
    exif = Image.Exif()
    exif[0x010E], exif[0x0112] = SECRET.decode(), 6
    content = file(picture(size=(90, 30)), pnginfo=told, exif=exif, icc_profile=SECRET * 8) + SECRET
    assert SECRET in content
    made = images.remade(content)
    assert isinstance(made, bytes)
    assert SECRET not in made
    assert set(chunks(made)) == {b"IHDR", b"IDAT", b"IEND"}
    assert Image.open(io.BytesIO(made)).size == (30, 90)


def chunks(png: bytes) -> list[bytes]:
    at, found = 8, []
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        found.append(png[at + 4 : at + 8])
        at += 12 + length
    return found


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "picture.unreadable"),
        (b"MZ\x90\x00" + bytes(600), "picture.unreadable"),
        (file(picture())[:60], "picture.unreadable"),
        (file(picture(), "GIF"), "picture.unreadable"),
        (b'<?xml version="1.0"?>\n<svg xmlns="x"><script>alert(1)</script></svg>', "picture.svg"),
        (bytes(images.LARGEST + 1), "picture.too_large"),
        (file(picture(size=(images.MOST + 1, 1))), "picture.too_many_pixels"),
        (png_that_claims(12_000, 12_000), "picture.too_many_pixels"),
        (png_that_claims(60_000, 60_000), "picture.too_many_pixels"),
        (file(picture(colour="white")), "picture.faint"),
        (file(picture("RGBA", colour=(255, 255, 255, 255))), "picture.faint"),
        (file(picture("RGBA", colour=(0, 0, 0, 0))), "picture.faint"),
    ],
    ids=[
        "nothing", "program", "half", "gif", "svg", "many bytes", "wide", "bomb", "larger bomb",
        "white", "white with alpha", "empty",
    ],
)  # fmt: skip
def test_file_when_it_cannot_be_a_logo_then_it_is_said_why(content: bytes, code: str):
    assert refused(content) == code


def test_file_of_just_the_largest_size_is_taken():
    """The control of what is refused as too large, by its bytes and by its pixels."""
    small = file(picture(size=(images.MOST, 1)))
    assert refused(small + bytes(images.LARGEST - len(small))) == "taken"


@pytest.mark.parametrize(
    "content",
    [
        b"", b"MZ", file(picture(), "JPEG"), file(picture(size=(801, 10))),
        file(picture(size=(10, 401))), png_that_claims(60_000, 60_000), png_that_claims(100, 100),
    ],
    ids=["nothing", "program", "jpeg", "wide", "high", "bomb", "untrue"],
)  # fmt: skip
def test_is_ours_when_a_file_brings_something_else_then_it_is_not(content: bytes):
    assert not images.is_ours(content)
    assert images.is_ours(file(picture(size=(800, 400))))
