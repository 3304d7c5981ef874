import subprocess
from datetime import date

import page

from casework.dates import spoken
from casework.law.listing import rows
from reports.law_list import law_list

TODAY = date(2026, 11, 25)


def test_the_law_prints_every_line_with_its_source_and_the_day_it_was_checked(tmp_path):
    pdf = tmp_path / "law.pdf"
    pdf.write_bytes(law_list(rows(), TODAY))
    found = page.validate_pdf(str(pdf), profile="ua1")
    assert found.is_compliant, [one.rule_id for one in found.failures]
    text = " ".join(subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True).stdout.decode().split())
    for one in rows():
        assert one.says.split()[0] in text
        assert one.kind != "switch" or one.id in text
    assert text.count("Not computed with.") == sum(one.dormant for one in rows())
    assert text.count(spoken(rows()[0].checked_on)) >= 1
    assert "OFFICIAL" in text
    assert law_list(rows(), TODAY) == pdf.read_bytes()
