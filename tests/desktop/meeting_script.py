"""A meeting of forty minutes on the case of domestic abuse, as it is typed: items, lines, answers."""

from __future__ import annotations

SCRIPT: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "welcome",
        (
            "/p Harriet Vole, Court officer #probation",
            "/p Osian Tregarth #education",
            "/p Beth Larkin, Housing manager #registered",
        ),
    ),
    (
        "previous",
        (
            "The camera on the moor road was moved as agreed. It has read no plate of his.",
            "The marker on the address of Victim A was tested on 18 November: a car was there in nine minutes.",
        ),
    ),
    (
        "category",
        ("Category 3 and Level 3 stand: no licence, no tag, and two counties have to act within the hour.",),
    ),
    (
        "information",
        (
            "/i he was seen at the bus station of Marrowby on 20 November and asked for the timetable to Stanmarsh #police",
            "/i a resident says that he keeps a road map with the boundary drawn in #voluntary",
            "/i he kept two of three appointments and left the third when his former partner was mentioned #mental health",
            "/r /i a resident of the hostel, who must not be known, has been shown a photograph of the house #voluntary",
        ),
    ),
    (
        "victims",
        (
            "/i Victim A sleeps badly, wants the camera kept and asks to be rung on Mondays before noon #independent",
            "/a Ring Victim A every Monday before noon @reeve due mon",
        ),
    ),
    ("diversity", ("Letters are read over to him because of his dyslexia. Nothing else was raised.",)),
    (
        "plan",
        (
            "/d Keep the patrol on the moor road until the camera is proved because he has asked for the timetable",
            "/x We would move Victim A now and not wait for the camera #independent",
            "/a Prove the camera with a test plate and report the reading @ellerton due in 2 weeks",
            "/a Ask the hostel for a room search with his consent @ellerton due fri",
            "/a Tell the control room of Stanmarsh the names of the bus drivers' depot @tasker due fri",
        ),
    ),
    (
        "contingency",
        ("If he boards the bus: Larkshire stops it at the county sign; Victim A is driven to her sister's.",),
    ),
    (
        "actions",
        ("/a Write to the bus company's safeguarding lead under the chair's name @strand due 4 dec",),
    ),
)
RISK = ("4", "Grievance unchanged, boundary studied, no work done")
DISCLOSURE = ("2", "Ms E was told on 16 November; nobody else is near him")
LEVEL = ("3", "Two counties and nine agencies must act within the hour", "2", "PC Marcus Ellerton")
NEXT_ON = "30 dec"
