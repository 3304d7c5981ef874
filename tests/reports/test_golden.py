"""The paper of the training cases, compared word for word and as pictures with those that were looked at and accepted.

After a change that is meant: ``pytest tests/reports/test_golden.py --regenerate``, and look at what git shows.
"""

from __future__ import annotations

from datetime import date, datetime
from difflib import unified_diff
from pathlib import Path

import page
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from casework.due import due
from casework.pack import MeetingPack
from casework.reckoning import reckon
from casework.template import plan_templates
from casework.training_cases import training_cases
from reports.documents import render
from reports.pack import meeting_pack
from tests.reports.reading import read

GOLDEN = Path(__file__).parents[1] / "golden" / "paper"
TODAY = date(2026, 11, 25)
SIZE = QSize(416, 588)  # about 50 dots to the inch; a multiple of four, so that lines of dots have no padding
CASES = ("T-00001", "T-00002", "T-00003")
SHORT = ("street_card", "own_copy", "breach_file", "travel_notice", "devices")


def packs() -> dict[str, MeetingPack]:
    found = {}
    for one in training_cases(TODAY):
        case = one.case
        plan, told = case.one("plan"), reckon(case, TODAY)
        ahead = [meeting for meeting in case.of("meeting") if str(meeting["on"]) >= str(TODAY)]
        found[case.ref] = MeetingPack(
            case=case, template=plan_templates()[plan.words("template")], plan=plan, version=2, state="draft", today=TODAY,
            printed_at=datetime(2026, 11, 25, 9, 41), meeting=min(ahead, key=lambda meeting: str(meeting["on"])),
            recipient="Supt R. Vale, Wexmere Police", reason="For the meeting", copy_number=1, copies=8, log_head="4f9c21ab",
            training=True, dates=told.dates, findings=told.findings, due=due(case, TODAY, reckoning=told), area="Wexmere",
        )  # fmt: skip
    return found


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return {ref: meeting_pack(pack) for ref, pack in packs().items()}


@pytest.mark.parametrize("ref", CASES)
def test_the_pack_says_what_was_accepted(ref: str, made: dict[str, bytes], request: pytest.FixtureRequest) -> None:
    result = page.validate_pdf_bytes(made[ref], profile="ua1")
    assert result.is_compliant, [one.message for one in result.failures]
    accepted_as(GOLDEN / f"{ref}.txt", made[ref], request)


@pytest.mark.parametrize("document", SHORT)
@pytest.mark.parametrize("ref", CASES)
def test_the_paper_of_orders_says_what_was_accepted(ref: str, document: str, request: pytest.FixtureRequest) -> None:
    pdf = render(document, packs()[ref])
    result = page.validate_pdf_bytes(pdf, profile="ua1")
    assert result.is_compliant, [one.message for one in result.failures]
    accepted_as(GOLDEN / f"{ref}-{document}.txt", pdf, request)


def accepted_as(golden: Path, pdf: bytes, request: pytest.FixtureRequest) -> None:
    found = "\n".join(read(pdf).tree) + "\n"
    if request.config.getoption("--regenerate"):
        golden.write_text(found, "utf-8")
    accepted = golden.read_text("utf-8")
    changed = list(unified_diff(accepted.splitlines(), found.splitlines(), "accepted", "made now", lineterm="", n=1))
    assert not changed, "\n".join(changed[:60])


@pytest.mark.parametrize("ref", CASES)
def test_the_pages_look_as_they_were_accepted(
    ref: str, made: dict[str, bytes], request: pytest.FixtureRequest, qapp: object
) -> None:
    texts = [one.text for one in read(made[ref]).pages]
    timeline = next(n for n, words in enumerate(texts) if "Timeline" in words)
    wanted = {"cover": 0, "summary": 1, "timeline": timeline, "signatures": len(texts) - 1}
    for name, image in pictures(made[ref], wanted).items():
        golden = GOLDEN / f"{ref}-{name}.png"
        if request.config.getoption("--regenerate"):
            assert image.save(str(golden))
        accepted = QImage(str(golden)).convertToFormat(QImage.Format.Format_Grayscale8)
        assert far_apart(image, accepted) < 0.002, f"{name} looks otherwise than {golden.name}"


def pictures(pdf: bytes, pages: dict[str, int]) -> dict[str, QImage]:
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument(None)
    document.load(buffer)
    found = {}
    for name, number in pages.items():
        paper = QImage(SIZE, QImage.Format.Format_RGB32)
        paper.fill(0xFFFFFFFF)
        painter = QPainter(paper)
        painter.drawImage(0, 0, document.render(number, SIZE))
        painter.end()
        found[name] = paper.convertToFormat(QImage.Format.Format_Grayscale8)
    document.close()
    return found


def far_apart(one: QImage, other: QImage) -> float:
    """The share of dots that differ by more than a quarter of the way from black to white."""
    if one.size() != other.size():
        return 1.0
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return sum(abs(a - b) > 64 for a, b in pairs) / one.sizeInBytes()
