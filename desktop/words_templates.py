"""What the window says about templates of plans."""

from __future__ import annotations

from casework.text import Text

TEMPLATE_OF_PLAN = Text("Template of the plan", "Templed y cynllun")
TEMPLATE_NOW = Text("This plan is made with: {told}.", "Gwnaed y cynllun hwn gyda: {told}.")
TEMPLATE_CHANGES = Text("What changes", "Beth sy'n newid")
TEMPLATE_TAKE = Text("Go on with this template", "Ewch ymlaen gyda'r templed hwn")
TEMPLATE_START = Text("Start version {n} with this template", "Dechreuwch fersiwn {n} gyda'r templed hwn")
TEMPLATE_SUGGESTED = Text("The facts speak for it: {because}", "Mae'r ffeithiau o'i blaid: {because}")
TEMPLATE_LOCAL = Text("{name}, version {version} ({area})", "{name}, fersiwn {version} ({area})")
TEMPLATE_SECTIONS = Text("Sections", "Adrannau")
TEMPLATE_KEPT = Text("In place", "Yn eu lle")
TEMPLATE_KEPT_TOLD = Text("{n} answers, and every record that its sections show", "{n} ateb, a phob cofnod")
TEMPLATE_NEW = Text("New", "Newydd")
TEMPLATE_RECORDS = Text(
    "{n} in the case, in no section of this template", "{n} yn yr achos, heb adran yn y templed hwn"
)
TEMPLATE_ALL_PLACED = Text("Every answer has its place.", "Mae lle i bob ateb.")
TEMPLATE_UNPLACED = Text("{n} answers without a place", "{n} ateb heb le")
TEMPLATE_UNPLACED_ONE = Text("One answer without a place", "Un ateb heb le")
TEMPLATE_UNPLACED_HOW = Text(
    "They stay with the plan and come back with a template that asks for them. They are not printed meanwhile.",
    "Maent yn aros gyda'r cynllun ac yn dychwelyd gyda thempled sy'n gofyn amdanynt. Ni chânt eu hargraffu tan hynny.",
)
TEMPLATE_ANOTHER = Text("Another template…", "Templed arall…")
TEMPLATE_MADE_FOR = Text("{because} “{name}” is made for that.", "{because} Mae “{name}” ar gyfer hynny.")
TEMPLATE_CHOOSE_IT = Text("Choose it", "Dewiswch ef")
TEMPLATES = Text("Templates of plans", "Templedi cynlluniau")
TEMPLATES_HOW = Text(
    "Published editions come with the program and never change. A copy is your area's own: choose, order and name"
    " its sections here; for questions and guidance save it as a file, change it there, give it the next version, and"
    " take it in again. Plans keep the version that they were made with.",
    "Daw argraffiadau cyhoeddedig gyda'r rhaglen ac nid ydynt byth yn newid. Eich ardal chi biau copi.",
)
TEMPLATES_OPEN = Text("Templates…", "Templedi…")
TEMPLATE_TAKE_IN = Text("Take in a file…", "Derbyn ffeil…")
TEMPLATE_SAVE = Text("Save as a file…", "Cadw fel ffeil…")
TEMPLATE_COPY = Text("Copy…", "Copïo…")
TEMPLATE_COPY_OF = Text("A copy of {name}", "Copi o {name}")
TEMPLATE_MAKE_COPY = Text("Make the copy", "Gwnewch y copi")
TEMPLATE_WITHDRAW = Text("Offer no longer", "Peidio â chynnig")
TEMPLATE_OFFER = Text("Offer again", "Cynnig eto")
TEMPLATE_NAME = Text("Name", "Enw")
TEMPLATE_VERSION = Text("Version", "Fersiwn")
TEMPLATE_AREA = Text("Area", "Ardal")
TEMPLATE_SECTIONS_HOW = Text(
    "One a line, in their order. Take a line out and the copy does without that section; after a title write > and"
    " another, and the section is called so.",
    "Un i bob llinell, yn eu trefn. Tynnwch linell i hepgor adran; ar ôl teitl ysgrifennwch > a theitl arall.",
)
TEMPLATES_PUBLISHED = Text("Published with the program", "Cyhoeddwyd gyda'r rhaglen")
TEMPLATES_OWN = Text("Of your area", "Eich ardal chi")
TEMPLATES_NONE = Text("None yet. Copy one below, or take in a file.", "Dim eto. Copïwch un isod, neu derbyniwch ffeil.")
TEMPLATE_TAKEN_IN = Text("Taken in {when} by {who}", "Derbyniwyd {when} gan {who}")
TEMPLATE_WITHDRAWN = Text("not offered for new plans", "heb ei gynnig ar gyfer cynlluniau newydd")
TEMPLATE_OLDER = Text("a later version is offered in its place", "cynigir fersiwn ddiweddarach yn ei le")
TEMPLATE_IS_IN = Text("{told} is taken in.", "Derbyniwyd {told}.")
TEMPLATE_SAVED_AS = Text("Saved as {name}.", "Cadwyd fel {name}.")
TEMPLATE_EDITION = Text("Edition {n}, {area}", "Argraffiad {n}, {area}")
UNCONFIRMED = Text("Not confirmed", "Heb ei gadarnhau")
TEMPLATE_OWN_VERSION = Text("Version {version}, {area}", "Fersiwn {version}, {area}")
TEMPLATES_WHERE = Text(
    "What plans are made with. They are kept in this case file, with who took them in and when.",
    "Yr hyn y gwneir cynlluniau ag ef. Fe'u cedwir yn y ffeil achosion hon.",
)
