"""Pictures in a Word document, each with the words for who does not see it."""

from __future__ import annotations

import io
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Length
from docx.text.paragraph import Paragraph

from brouwerij.report.word.elements import plain

# Word 2016 and later draw this; older ones, and other programs, the picture that it stands with.
_VECTOR = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip'
    ' xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' r:embed="{related}"/></a:ext></a:extLst>'
)


def add_picture(
    paragraph: Paragraph,
    picture: bytes,
    alt: str,
    *,
    width: Length | None = None,
    height: Length | None = None,
    vector: bytes | None = None,
) -> None:
    """Add a picture to a paragraph of the text, the header or the footer.

    picture: a PNG or JPEG. alt: what it shows, in words. width, height: with one of them the other
    follows. vector: the same as an SVG, which is drawn instead where that can be.
    """
    shape = paragraph.add_run().add_picture(io.BytesIO(picture), width, height)
    inline: Any = shape._inline
    inline.set("distL", "0")
    inline.set("distR", "0")
    about = inline.docPr
    about.set("descr", plain(alt))
    if vector is not None:
        _add_vector(paragraph, inline, vector)


def _add_vector(paragraph: Paragraph, inline: Any, vector: bytes) -> None:
    package: Any = paragraph.part.package
    name: PackURI = package.next_partname("/word/media/vector%d.svg")
    part = Part(name, "image/svg+xml", vector, package)
    related = paragraph.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    blip = next(inline.iter(qn("a:blip")))
    blip.append(parse_xml(_VECTOR.format(related=related)))
