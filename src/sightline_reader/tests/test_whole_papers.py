"""Whole invented papers in four dresses: what is read from each, kind by kind."""

from sightline_reader.reading import read
from sightline_reader.tests.papers import document_of

PARISH = """\
---
title: "Wickby Parish Council"
date: "2012-03-01"
categories:
  - "parish-councils"
---

Minutes of the Wickby Parish Council Meeting held in the Village Hall on Tuesday 14 February 2012 at 7.00pm

Present: Cllrs R Marsh (Chairman), Mrs J Fell, T Birch and D Hale; County Councillor Mrs P Reed;
the Clerk, Mr S Lunt and 6 members of the public.

Apologies: Cllrs B Moss (holiday) and K Strand (work commitments). PC Webb had also sent apologies.

1\\. Declarations of Interest: None

2\\. Minutes of the last meeting: The minutes of 10 January 2012, having been circulated, were
proposed as a true record by Cllr Birch, seconded Cllr Hale and signed by the Chairman.

3\\. Matters Arising

a) Bus Shelter - the Clerk reported that the work would begin in March. Cllr Fell to contact the contractor.

b) Footpaths - Cllr Birch agreed to walk footpath 7 and report back to the next meeting.

4\\. Precept

Following discussion it was unanimously agreed to set the precept at £9,500. Proposed Cllr Hale, seconded Cllr Mrs Fell. All in favour.

5\\. Planning

12/00123/F - extension at 4 Mill Lane - no objections.

6\\. Any other business

The Clerk will write to Highways about the potholes in Church Road.

There being no further business the meeting closed at 8.45pm. The next meeting will be held on Tuesday 13 March at 7pm.
"""

WEB_PAGE = """\
---
title: Programme Board&#58; 3rd Meeting
layout: post
permalink: /library/programme-board-3rd-meeting
created: 4/6/2013
---

<p><strong>Wick Programme Board</strong></p>
<p><strong>Minutes of the 3rd Meeting: 14th May 2013, 10.00 – 12.00, Room 4, Dale House</strong></p>
<p><strong>Attendees</strong></p>
<ul><li>Ida Moss, Dale Office (Chair)</li>
<li>Jo Fell, Department for Housing</li>
<li>Al Birch (deputising for Una Reed), HMRD</li>
</ul><p><strong>Apologies</strong></p>
<ul><li>Una Reed, HMRD</li>
<li>Kit Hale, DfW</li></ul>
<p><strong>1. Welcome</strong></p>
<p>The Chair welcomed everyone.</p>
<table><tbody><tr><td><p><strong>Action</strong></p></td><td><p><strong>Owner</strong></p></td><td><p><strong>Due</strong></p></td></tr>
<tr><td><p>Circulate the slides from the May workshop</p></td><td><p>Jo Fell</p></td><td><p>31 May</p></td></tr>
<tr><td><p>Draft a note on the licence for ministers</p></td><td><p>Secretariat</p></td><td><p>June</p></td></tr></tbody></table>
<p><strong>2. Release plan</strong></p>
<ul><li>The Board agreed to publish the plan in June.</li>
<li><strong>Action: </strong>Dale Office to publish the plan.</li></ul>
<p><strong>3. Date of next meeting</strong></p>
<p>Tuesday 9th July, 10.00 – 12.00</p>
"""

SET_IN_COLUMNS = """\
                              Wick Leisure Trust
                              BOARD MEETING MINUTES

Title of Meeting          Wick Leisure Trust - Open Board Meeting
Date                      Thursday 9 October 2014
Place                     The Pavilion, Dale
Time                      6.00pm – 8.15pm
Present                   Ida Moss (Chair), Jo Fell (Vice Chair), Al Birch, Una Reed,
                          Kit Hale (Treasurer)
In Attendance             Noor Shah (Chief Executive), Bea Lunt (Head of Finance),
                          Hugo Vane (minutes)
Apologies                 Tom Rudd, Nell Strand (Dale County Council)

                                                                                                        Action

1.     Declarations of interest
       None were declared.

2.     Minutes of the last meeting
       The minutes of the meeting held on 11 September 2014 were approved.

3.     Finance report
       BL presented the report for the first half of the year. The Board noted the position
       and asked for a revised forecast at the next meeting.                                              BL

       The Board approved the reserves policy.

4.     Pavilion roof
       NS will obtain three quotes for the repair of the roof.                                             NS

       It was agreed that members would visit the site before Christmas.                                   All

5.     Date of next meeting
       Thursday 11 December 2014, 6.00pm at the Pavilion
"""

PARTNERSHIP = """\
DALE SAFEGUARDING CHILDREN PARTNERSHIP
EXECUTIVE GROUP
Thursday 12th March 2020, 14:00 – 16:00
Committee Room 2, Dale Town Hall

Attendees:
Name                    Job Title                                   Agency
Ida Moss (IM)           Independent Scrutineer                      DSCP
Jo Fell (JF)            Director of Children’s Services             Dale Borough Council
Det Supt Al Birch (AB)  Head of Public Protection                   Fenwick Police
Una Reed (UR)           Designated Nurse Safeguarding Children      Dale CCG
Kit Hale (KH)           Service Manager (for Noor Shah)             Cafcass

Apologies:
Noor Shah               Head of Service                             Cafcass
Bea Lunt                Headteacher                                 Dale High School

1. Welcome, introductions and apologies
IM welcomed all. Apologies as above.

2. Minutes and action log
The minutes of 9th January 2020 were agreed as accurate.

3. Neglect strategy
JF presented the draft strategy. Partners approved the strategy.
Action: UR to share the strategy with GP leads by 31st March 2020.
Action: JF/AB to agree the launch date.

4. Data dashboard
KH raised a concern about timeliness.
Action: Business Manager to add CAFCASS measures to the dashboard – by next meeting.

Summary of actions
No.  Action                                                   Owner     By when
1    Share the strategy with GP leads                         UR        31/03/2020
2    Agree the launch date                                    JF/AB     April 2020
3    Add CAFCASS measures to the dashboard                    BM        Next meeting

Dates of future meetings: 14th May 2020, 9th July 2020, 10th September 2020
"""


def found(text: str, kind: str, *names: str) -> list[tuple]:
    candidates = read(document_of(text)).candidates
    return [tuple(c.fields.get(name) for name in names) for c in candidates if c.kind == kind]


def test_parish_minutes_in_markdown():
    assert found(PARISH, "meeting", "date", "body", "venue", "time") == [
        ("2012-02-14", "Wickby Parish Council", "Village Hall", "7.00pm")
    ]
    assert found(PARISH, "attendance", "person", "status") == [
        *((name, "present") for name in ("R Marsh", "J Fell", "T Birch", "D Hale", "P Reed", "S Lunt")),
        *((name, "apologies") for name in ("B Moss", "K Strand", "Webb")),
    ]
    assert found(PARISH, "actions", "who") == [("Cllr Fell",), ("Cllr Birch",), ("The Clerk",)]
    assert found(PARISH, "decisions", "proposed", "seconded")[1] == ("Cllr Hale", "Cllr Mrs Fell")
    assert found(PARISH, "next_meeting", "date") == [("2012-03-13",)]


def test_minutes_on_a_web_page_with_tags():
    assert found(WEB_PAGE, "attendance", "person", "organisation", "status", "deputy_for") == [
        ("Ida Moss", "Dale Office", "present", None),
        ("Jo Fell", "Department for Housing", "present", None),
        ("Al Birch", "HMRD", "deputy", "Una Reed"),
        ("Una Reed", "HMRD", "apologies", None),
        ("Kit Hale", "DfW", "apologies", None),
    ]
    assert found(WEB_PAGE, "actions", "who", "by_when") == [
        ("Jo Fell", "31 May"),
        ("Secretariat", "June"),
        ("Dale Office", None),
    ]
    assert found(WEB_PAGE, "next_meeting", "date") == [("2013-07-09",)]


def test_minutes_with_a_head_in_columns_and_owners_in_the_margin():
    assert found(SET_IN_COLUMNS, "meeting", "date", "venue", "time") == [
        ("2014-10-09", "The Pavilion, Dale", "6.00pm – 8.15pm")
    ]
    assert found(SET_IN_COLUMNS, "attendance", "person", "post", "status") == [
        ("Ida Moss", "Chair", "present"),
        ("Jo Fell", "Vice Chair", "present"),
        ("Al Birch", None, "present"),
        ("Una Reed", None, "present"),
        ("Kit Hale", "Treasurer", "present"),
        ("Noor Shah", "Chief Executive", "present"),
        ("Bea Lunt", "Head of Finance", "present"),
        ("Hugo Vane", "minutes", "present"),
        ("Tom Rudd", None, "apologies"),
        ("Nell Strand", None, "apologies"),
    ]
    assert found(SET_IN_COLUMNS, "actions", "who") == [("BL",), ("NS",), ("All",)]


def test_partnership_minutes_with_tables_set_in_spaces():
    assert found(PARTNERSHIP, "meeting", "date", "body") == [
        ("2020-03-12", "DALE SAFEGUARDING CHILDREN PARTNERSHIP EXECUTIVE GROUP")
    ]
    assert found(PARTNERSHIP, "attendance", "person", "organisation", "status") == [
        ("Ida Moss", "DSCP", "present"),
        ("Jo Fell", "Dale Borough Council", "present"),
        ("Al Birch", "Fenwick Police", "present"),
        ("Una Reed", "Dale CCG", "present"),
        ("Kit Hale", "Cafcass", "deputy"),
        ("Noor Shah", "Cafcass", "apologies"),
        ("Bea Lunt", "Dale High School", "apologies"),
    ]
    assert found(PARTNERSHIP, "actions", "number", "who", "by_when")[3:] == [
        ("1", "UR", "31/03/2020"),
        ("2", "JF/AB", "April 2020"),
        ("3", "BM", "Next meeting"),
    ]
    assert found(PARTNERSHIP, "planned_meetings", "date") == [("2020-05-14",), ("2020-07-09",), ("2020-09-10",)]
