"""The photograph of the person on paper: small, turned as it was taken, without what the camera wrote into it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageOps
from reportlab.lib.utils import ImageReader

from casework.dates import spoken
from reports import phrases
from reports.paper import Paper
from reports.tagged.block import Block, Spread
from reports.tagged.canvas import TaggedCanvas
from reports.tagged.figure import Figure

HIGH, WIDE = 84.0, 68.0
_DOTS = 400
_SHARES = (6.0, 1.0)


def beside_portrait(paper: Paper, blocks: Sequence[Block]) -> list[Block]:
    """Blocks with the photograph at their right, where there is one that may stand on this paper."""
    figure = _portrait(paper)
    if figure is None:
        return list(blocks)
    return [Spread(((_SHARES[0], tuple(blocks)), (_SHARES[1], (figure,))), before=0.0, after=2.0)]


def _portrait(paper: Paper) -> Figure | None:
    found = paper.pack.portrait
    if found is None:
        return None
    image = _small(found.content)
    high = min(HIGH, WIDE * image.height / image.width)
    when = spoken(found.taken_on, paper.language).split(" ", 1)[1] if found.taken_on else ""
    alt = paper.say(phrases.PORTRAIT_TAKEN, day=when) if when else paper.say(phrases.PORTRAIT)

    def draw(canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        scale = min(width / image.width, high / image.height)
        wide, tall = image.width * scale, image.height * scale
        canvas.drawImage(ImageReader(image), x + width - wide, top - tall, wide, tall)

    return Figure(alt, high, draw, before=0.0, after=0.0)


@lru_cache(maxsize=2)
def _small(content: bytes) -> Image.Image:
    with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as image:
        turned = ImageOps.exif_transpose(image)
        turned.thumbnail((_DOTS, _DOTS))
        bare = Image.new("RGB", turned.size, "white")
        shown = turned.convert("RGBA")
        bare.paste(shown, mask=shown.getchannel("A"))
    return bare
