"""What a file says of itself: its title, and to which standards it holds."""

from __future__ import annotations

import re
from functools import cache
from html import escape

_ABOUT = '<rdf:Description rdf:about=""'
# PDF/A lets a file speak only of what it describes: "pdfuaid:part" is no word of PDF/A's own (ISO 19005-2, 6.6.2.3).
_DESCRIBED = (
    f'{_ABOUT} xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 that the file holds to</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)
_ARCHIVE = (
    f'{_ABOUT} xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>2</pdfaid:part>'
    "<pdfaid:conformance>A</pdfaid:conformance></rdf:Description>"
)
_CLAIM = re.compile(rb"<pdfaid:(\w+)>[^<]*</pdfaid:\1>")
_SAID = re.compile(rb"\spdfaid:\w+=(\"[^\"]*\"|'[^']*')")


def packet(title: str) -> bytes:
    """The XMP of a file with this title that is at once PDF/UA-1 and PDF/A-2a."""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'{_ABOUT} xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>'
        f'<rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title></rdf:Description>'
        f'{_ABOUT} xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>'
        f'{_ARCHIVE}{_DESCRIBED}</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def without_archive(xmp: bytes) -> bytes:
    """The same without the word that it is PDF/A, which no encrypted file is (ISO 19005-2, 6.1.3)."""
    return _SAID.sub(b"", _CLAIM.sub(b"", xmp))


@cache
def srgb() -> bytes:
    """The colour profile that greys are meant in, with no date in it, so that the same page is the same file."""
    from PIL import ImageCms  # noqa: PLC0415 - read when the first file is finished

    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    made[24:36] = bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))  # the profile's date: 1 January 2000
    made[84:100] = bytes(16)  # its identifier, which would be reckoned from the date
    return bytes(made)
