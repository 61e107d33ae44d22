"""Lists of people as minutes print them. People and places are invented."""

import pytest

from sightline_reader.kinds.attendance import find
from sightline_reader.tests.papers import view_of, words_of

HEAD = "Dale Safeguarding Children Partnership\nMinutes of the meeting held on 3 May 2022\n\n"
AFTER = "\n\n1. Welcome\n\nThe Chair welcomed everyone to the meeting.\n"


def people(text: str) -> list[tuple]:
    found = find(view_of(HEAD + text + AFTER))
    return [(c.fields["person"], c.fields["post"], c.fields["organisation"], c.fields["status"]) for c in found]


LAYOUTS = {
    "commas and brackets": (
        "Present: Ida Moss (Chair), Jo Fell (Dale Council), Al Birch (Fenwick Police)",
        [
            ("Ida Moss", "Chair", None, "present"),
            ("Jo Fell", None, "Dale Council", "present"),
            ("Al Birch", None, "Fenwick Police", "present"),
        ],
    ),
    "semicolons with post and organisation": (
        "Present: Ida Moss, Independent Chair; Jo Fell, Director of Children's Services, Dale Council;\n"
        "Al Birch, Detective Superintendent, Fenwick Police.\nApologies: Una Reed, Headteacher, Dale Academy",
        [
            ("Ida Moss", "Independent Chair", None, "present"),
            ("Jo Fell", "Director of Children's Services", "Dale Council", "present"),
            ("Al Birch", "Detective Superintendent", "Fenwick Police", "present"),
            ("Una Reed", "Headteacher", "Dale Academy", "apologies"),
        ],
    ),
    "one on a line with dashes": (
        "Present:\nIda Moss – Independent Chair\nJo Fell – Assistant Director – Dale Council\nAl Birch - "
        "Fenwick Police\n\n"
        "Apologies:\nUna Reed - Headteacher - Dale Academy",
        [
            ("Ida Moss", "Independent Chair", None, "present"),
            ("Jo Fell", "Assistant Director", "Dale Council", "present"),
            ("Al Birch", None, "Fenwick Police", "present"),
            ("Una Reed", "Headteacher", "Dale Academy", "apologies"),
        ],
    ),
    "bullets": (
        "Attendees\n\n• Ida Moss (IM), Independent Chair\n• Jo Fell (JF), Service Manager, Dale Council\n\n"
        "Apologies\n\n• Al Birch",
        [
            ("Ida Moss", "Independent Chair", None, "present"),
            ("Jo Fell", "Service Manager", "Dale Council", "present"),
            ("Al Birch", None, None, "apologies"),
        ],
    ),
    "columns by wide gaps": (
        "Present\nIda Moss              Independent Chair\nJo Fell               Head of Service            "
        "Dale Council\n"
        "Dr Al Birch           Designated Doctor          Fenwick Hospital Trust\n\nIn attendance\n"
        "Una Reed              Business Manager           Dale Council\n",
        [
            ("Ida Moss", "Independent Chair", None, "present"),
            ("Jo Fell", "Head of Service", "Dale Council", "present"),
            ("Al Birch", "Designated Doctor", "Fenwick Hospital Trust", "present"),
            ("Una Reed", "Business Manager", "Dale Council", "present"),
        ],
    ),
    "two people on a line": (
        "Present:\nIda Moss (Chair)                 Jo Fell (Dale Council)\nAl Birch (Fenwick Police)        "
        "Una Reed (Dale Academy)\n",
        [
            ("Ida Moss", "Chair", None, "present"),
            ("Jo Fell", None, "Dale Council", "present"),
            ("Al Birch", None, "Fenwick Police", "present"),
            ("Una Reed", None, "Dale Academy", "present"),
        ],
    ),
    "tabs": (
        "Present:\nIda Moss\tIndependent Chair\nJo Fell\tHead of Service\tDale Council\n\nApologies:\nAl "
        "Birch\tInspector\tFenwick Police\n",
        [
            ("Ida Moss", "Independent Chair", None, "present"),
            ("Jo Fell", "Head of Service", "Dale Council", "present"),
            ("Al Birch", "Inspector", "Fenwick Police", "apologies"),
        ],
    ),
    "organisations as headings": (
        "Present\n\nDale Council\nJo Fell, Head of Service\nIda Moss, Solicitor\n\nFenwick Police\nAl Birch, "
        "Inspector\n",
        [
            ("Jo Fell", "Head of Service", "Dale Council", "present"),
            ("Ida Moss", "Solicitor", "Dale Council", "present"),
            ("Al Birch", "Inspector", "Fenwick Police", "present"),
        ],
    ),
    "organisation before the name": (
        "Present:\nDale Council: Jo Fell, Head of Service\nFenwick Police: Al Birch\n",
        [("Jo Fell", "Head of Service", "Dale Council", "present"), ("Al Birch", None, "Fenwick Police", "present")],
    ),
    "post before the name": (
        "Present:\nIndependent Chair: Ida Moss\nBusiness Manager – Jo Fell\n",
        [("Ida Moss", "Independent Chair", None, "present"), ("Jo Fell", "Business Manager", None, "present")],
    ),
    "deputies": (
        "Present: Ida Moss (Chair); Jo Fell, Dale Council (deputising for Una Reed); Al Birch for Kit Hale; "
        "Noor Shah (sub for Bea Lunt)",
        [
            ("Ida Moss", "Chair", None, "present"),
            ("Jo Fell", None, "Dale Council", "deputy"),
            ("Al Birch", None, None, "deputy"),
            ("Noor Shah", None, None, "deputy"),
        ],
    ),
    "guests, observers and absent": (
        "Members present: Ida Moss (Chair), Jo Fell\nGuests: Una Reed (Dale Academy)\nObservers: Kit Hale\n"
        "Did not attend: Al Birch",
        [
            ("Ida Moss", "Chair", None, "present"),
            ("Jo Fell", None, None, "present"),
            ("Una Reed", None, "Dale Academy", "present"),
            ("Kit Hale", None, None, "present"),
            ("Al Birch", None, None, "absent"),
        ],
    ),
    "councillors": (
        "PRESENT: Councillor Hargreave (Chair), Cllr B. Lunt, Mrs C Dunn (Clerk) and 4 members of the public",
        [
            ("Hargreave", "Chair", None, "present"),
            ("B. Lunt", None, None, "present"),
            ("C Dunn", "Clerk", None, "present"),
        ],
    ),
    "a sentence of apologies": (
        "Present: Ida Moss, Jo Fell\n\nApologies for absence were received from Dr Al Birch, Fenwick "
        "Hospital Trust, and Una Reed.",
        [
            ("Ida Moss", None, None, "present"),
            ("Jo Fell", None, None, "present"),
            ("Al Birch", None, "Fenwick Hospital Trust", "apologies"),
            ("Una Reed", None, None, "apologies"),
        ],
    ),
    "who chaired and who took minutes": (
        "Chair: Ida Moss\nMinutes: Jo Fell\nPresent: Al Birch, Ida Moss, Una Reed",
        [
            ("Ida Moss", "Chair", None, "present"),
            ("Jo Fell", "Minutes", None, "present"),
            ("Al Birch", None, None, "present"),
            ("Una Reed", None, None, "present"),
        ],
    ),
    "one organisation for all": (
        "In attendance: Ida Moss, Jo Fell, Al Birch (minutes) – all Dale Council",
        [
            ("Ida Moss", None, "Dale Council", "present"),
            ("Jo Fell", None, "Dale Council", "present"),
            ("Al Birch", "minutes", "Dale Council", "present"),
        ],
    ),
    "apologies recorded for one listed": (
        "Attendees: Ida Moss, Jo Fell, Al Birch\n\nApologies were received from Jo Fell.",
        [
            ("Ida Moss", None, None, "present"),
            ("Jo Fell", None, None, "apologies"),
            ("Al Birch", None, None, "present"),
        ],
    ),
    "names by a legend of initials": (
        "Present:\nIda Moss (IM) Independent Chair\nJo Fell (JF) Head of Service, Dale Council\nAl Birch "
        "(AB) Fenwick Police\n",
        [
            ("Ida Moss", "Independent Chair", None, "present"),
            ("Jo Fell", "Head of Service", "Dale Council", "present"),
            ("Al Birch", None, "Fenwick Police", "present"),
        ],
    ),
    "ranks": (
        "Present: Det Supt Al Birch (Fenwick Police), T/DCI Una Reed, Temporary Chief Inspector Kit Hale",
        [
            ("Al Birch", None, "Fenwick Police", "present"),
            ("Una Reed", None, None, "present"),
            ("Kit Hale", "Temporary Chief Inspector", None, "present"),
        ],
    ),
    "places beside names are no organisations": (
        "Apologies\nIda Moss – Wickby, Jo Fell – Larkham, Al Birch – Oddington, Una Reed – Wickby, Kit Hale "
        "– Southerby",
        [(name, None, None, "apologies") for name in ("Ida Moss", "Jo Fell", "Al Birch", "Una Reed", "Kit Hale")],
    ),
    "initials before the name": (
        "IM Ida Moss (Chair)\nJF Jo Fell (Dale Council)\nCO Clare O’Dell (Fenwick Police)\n\nApologies "
        "received:\n\nUna Reed (Dale Trust)",
        [
            ("Ida Moss", "Chair", None, "present"),
            ("Jo Fell", None, "Dale Council", "present"),
            ("Clare O’Dell", None, "Fenwick Police", "present"),
            ("Una Reed", None, "Dale Trust", "apologies"),
        ],
    ),
    "substitutes in brackets": (
        "Apologies for absence were received from Mr D Marsh (Ms H Fell attended as substitute), Mr A Moss "
        "(Mr K Hale, "
        "Medical Director attended in his absence) and Ms B Reed, NHS England.",
        [
            ("D Marsh", None, None, "apologies"),
            ("H Fell", None, None, "deputy"),
            ("A Moss", None, None, "apologies"),
            ("K Hale", "Medical Director", None, "deputy"),
            ("B Reed", None, "NHS England", "apologies"),
        ],
    ),
    "a substitute behind a dash": (
        "Apologies were received from the following:\n\nIda Moss\n\nPeter Fell                 - Jenny Hale "
        "substituted\n\nUna Reed",
        [
            ("Ida Moss", None, None, "apologies"),
            ("Peter Fell", None, None, "apologies"),
            ("Jenny Hale", None, None, "deputy"),
            ("Una Reed", None, None, "apologies"),
        ],
    ),
    "a substitute in a sentence": (
        "Present: Ida Moss\n\nApologies were received from Councillor Marsh.\n\n"
        "It was noted that Councillor Fell was in attendance as a substitute for Councillor Marsh.",
        [
            ("Ida Moss", None, None, "present"),
            ("Marsh", None, None, "apologies"),
            ("Fell", None, None, "deputy"),
        ],
    ),
    "people run together": (
        "Ida Moss - Dale Fire and Rescue Service (Chair)\nAndy Fell - Dale Constabulary Louise Hale - Wick "
        "City Council Mary Reed "
        "- Dale Police Authority Alan Marsh - Dale Council",
        [
            ("Ida Moss", "Chair", "Dale Fire and Rescue Service", "present"),
            ("Andy Fell", None, "Dale Constabulary", "present"),
            ("Louise Hale", None, "Wick City Council", "present"),
            ("Mary Reed", None, "Dale Police Authority", "present"),
            ("Alan Marsh", None, "Dale Council", "present"),
        ],
    ),
    "surnames in capitals with roles below": (
        "Present:-\n\nMembers\n\nRole\n\nIda McLEAN (Vice Chair)\n\nNominated by Health Board (Non-Executive "
        "Member)\n\n"
        "Lynne SHORT\n\nChief Officer\n",
        [
            ("Ida McLEAN", "Vice Chair; Non-Executive Member", "Health Board", "present"),
            ("Lynne SHORT", "Chief Officer", None, "present"),
        ],
    ),
    "strokes for the columns": (
        "In attendance:\nNAME / ORGANISATION / NAME / ORGANISATION\nBoard Members\nIda Moss (Chair) / Dale "
        "Council / Sue Hale / Dale Trust\n"
        "Peter Fell / Fenwick Police / Jenny Reed / Probation Service\n",
        [
            ("Ida Moss", "Chair", "Dale Council", "present"),
            ("Sue Hale", None, "Dale Trust", "present"),
            ("Peter Fell", None, "Fenwick Police", "present"),
            ("Jenny Reed", None, "Probation Service", "present"),
        ],
    ),
    "initials with more in the same bracket": (
        "Attendees: Ida Moss (IM - Chair), Paul Fell (PF), Susan Hale (SH for Chris Reed),\nAyub Shah (AS) "
        "Keith Lunt (KL - for item 5), "
        "Denise\nHobb (DHo - notetaker)",
        [
            ("Ida Moss", "Chair", None, "present"),
            ("Paul Fell", None, None, "present"),
            ("Susan Hale", None, None, "deputy"),
            ("Ayub Shah", None, None, "present"),
            ("Keith Lunt", None, None, "present"),
            ("Denise Hobb", "notetaker", None, "present"),
        ],
    ),
    "three people on a line, two without a gap": (
        "Present:\nIda Moss (Bramley)          Helen Fell (Wick)           Liz Hale (Dale)\n"
        "George Reed (Kingsley) Janet Lunt (Overton)            Karen Strand (Dale Board)\n",
        [
            ("Ida Moss", None, "Bramley", "present"),
            ("Helen Fell", None, "Wick", "present"),
            ("Liz Hale", None, "Dale", "present"),
            ("George Reed", None, "Kingsley", "present"),
            ("Janet Lunt", None, "Overton", "present"),
            ("Karen Strand", None, "Dale Board", "present"),
        ],
    ),
    "no label and posts glued to names": (
        "Mike MossHead of Community Safety (Chair)\nMiriam FellManager, Youth Service\nDave ReedChief Inspector\n"
        "Jenna HaleAdmin Officer, Youth Service (Minutes)\n",
        [
            ("Mike Moss", "Head of Community Safety; Chair", None, "present"),
            ("Miriam Fell", "Manager", "Youth Service", "present"),
            ("Dave Reed", "Chief Inspector", None, "present"),
            ("Jenna Hale", "Admin Officer; Minutes", "Youth Service", "present"),
        ],
    ),
    "apologies whose sentence begins below the label": (
        "Attendance Details\n\nCouncillor M Moss (Chair), Councillor J Fell\nS Hale, I Reed and J Lunt\n"
        "Apologies for absence:\n"
        "were submitted on behalf of Councillor B Strand and Councillor K Birch\nDeclarations of interest:\n"
        "\nThere were none.",
        [
            ("M Moss", "Chair", None, "present"),
            *((name, None, None, "present") for name in ("J Fell", "S Hale", "I Reed", "J Lunt")),
            ("B Strand", None, None, "apologies"),
            ("K Birch", None, None, "apologies"),
        ],
    ),
    "column heads and brackets without a mark": (
        "Attendance\n\nMeeting core membership\nName Agency\nCllr Ida Moss Dale Council (Chair)\nSupt. "
        "Richard Fell Dale Police\n\n"
        "Support\n\nName Agency\nJohn Hale Dale Council (Community Safety)\n\nApologies\n\n  • David Reed (DYS)\n",
        [
            ("Ida Moss", "Chair", "Dale Council", "present"),
            ("Richard Fell", None, "Dale Police", "present"),
            ("John Hale", None, "Dale Council, Community Safety", "present"),
            ("David Reed", None, "DYS", "apologies"),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_people_are_read_from(layout):
    text, expected = LAYOUTS[layout]
    assert people(text) == expected


def test_the_words_under_a_find_hold_the_name():
    view = view_of(HEAD + "Attendees:\n  Ida Moss, Dale\n  Council\n  Jo Fell\n" + AFTER)
    found = find(view)
    assert [c.fields["person"] in words_of(view, c) for c in found] == [True, True]


def test_where_headings_stand_together_nobody_is_said_to_have_come_without_a_sign():
    text = (
        "Attendees:\n\nApologies:\n\nIda Moss (Chair)\n\n"
        "Jo Fell, Dale Council (Deputy)\n\nAl Birch, Fenwick Police\n\nUna Reed, NHS"
    )
    assert [status for *_, status in people(text)] == ["present", "deputy", None, None]
    unknown = find(view_of(HEAD + text + AFTER))[-1]
    assert unknown.doubts


def test_where_the_marks_are_lost_the_status_stays_unknown():
    text = "RECORD OF ATTENDANCE\nName\nTitle\nIda Moss\nJo Fell\nIndependent Chair\nLay Member\nPresent\nApology\n"
    assert people(text) == [("Ida Moss", "Independent Chair", None, None), ("Jo Fell", "Lay Member", None, None)]


def test_an_agenda_and_prose_after_the_list_name_nobody():
    text = "Present: Ida Moss, Jo Fell\n\nMatters arising\n\nKit Hale reported that Una Reed had left the Council.\n"
    assert [name for name, *_ in people(text)] == ["Ida Moss", "Jo Fell"]


def test_a_letter_has_addressees():
    text = (
        "Ida Moss, Director of Children's Services, Dale Borough Council\nAl Birch, Chief Constable, Fenwick "
        "Police\n\n"
        "Dear Dale partners\n\nWe write about our inspection.\n\nYours sincerely\n\nUna Reed\n"
    )
    found = [(c.fields["person"], c.fields["organisation"], c.fields["status"]) for c in find(view_of(text))]
    assert found == [
        ("Ida Moss", "Dale Borough Council", "addressee"),
        ("Al Birch", "Fenwick Police", "addressee"),
        ("Una Reed", None, "signatory"),
    ]


def test_members_of_a_board_are_members_and_not_present():
    text = (
        "Annual report 2021-22\n\nDale Board Members 2021-22\n"
        "Ida Moss – Chair              Jo Fell\nAl Birch                     Una Reed\n"
    )
    found = [(c.fields["person"], c.fields["post"], c.fields["status"]) for c in find(view_of(text))]
    assert found == [
        ("Ida Moss", "Chair", "member"),
        ("Jo Fell", None, "member"),
        ("Al Birch", None, "member"),
        ("Una Reed", None, "member"),
    ]
