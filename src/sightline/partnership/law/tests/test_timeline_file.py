"""Every row of the timeline that Sightline was given is kept as an instrument or an edition, in the right state."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from sightline.partnership.law.domain import State, state_on
from sightline.partnership.law.readers import EditionLine, edition_lines

TIMELINE = Path(__file__).resolve().parents[6] / "shared" / "domain" / "law_timeline.csv"
TODAY = date(2026, 11, 20)
# The words by which the timeline names a thing, where an edition's name does not hold them: beginning -> edition.
NAMED = {
    "Education Act 2002": "Education Act 2002, sections 157 and 175",
    "s.11 duty in force": "Section 11 statutory guidance, revised 2007",
    "LSCB Regulations 2006": "Local Safeguarding Children Boards Regulations 2006",
    "CDOPs statutory": "Child death overview panels",
    "Laming progress report": "Laming progress report 2009",
    "ASCL Act 2009": "Apprenticeships, Skills, Children and Learning Act 2009 with the LSCB (Amendment) Regulations 2010",
    "Munro Review final report": "Munro Review final report 2011",
    "Pan-London s.11 template": "Pan-London section 11 template 2012",
    "Health and Social Care Act 2012": "Health and Social Care Act 2012",
    "Children Act 2004 (Joint Area Reviews)": "Joint Area Reviews Regulations 2015",
    "Children First Act 2015": "Children First Act 2015 (Ireland)",
    "JTAI programme": "Joint targeted area inspections 2016",
    "JTAI: CSA": "Joint targeted area inspections: child sexual abuse in the family environment",
    "Wood Review of LSCBs": "Wood Review of local safeguarding children boards 2016",
    "Wood review of new arrangements": "Wood Review of the new arrangements 2021",
    "UK GDPR": "UK GDPR and Data Protection Act 2018",
    "SI 2018/789 Practice Review": "Practice Review and Relevant Agency Regulations 2018",
    "SI 2018/789 Schedule amended": "Practice Review and Relevant Agency Regulations 2018, schedule amended 2023",
    "Working Together 2018 (+": "Working Together 2018",
    "Working Together 2018 factual": "Working Together 2018, factual update of December 2020",
    "Working Together 2023 + National": "Working Together 2023",
    "Child Death Review statutory": "Child Death Review guidance 2018",
    "NCMD live": "National Child Mortality Database",
    "Panel practice guidance (1st)": "Panel practice guidance 2019",
    "Panel guidance for safeguarding partners (2nd)": "Panel guidance for safeguarding partners 2022",
    "Panel guidance for safeguarding partners (3rd)": "Panel guidance for safeguarding partners 2025",
    "Arrangements published": "Partnerships replace boards",
    "COVID relaxation": "Relaxation of review timescales",
    "Police, Crime, Sentencing": "Police, Crime, Sentencing and Courts Act 2022",
    "Health and Care Act 2022": "Health and Care Act 2022",
    "IICSA final report": "IICSA final report 2022",
    "Keeping children safe, helping": "Keeping children safe, helping families thrive 2024",
    "Families First Partnership programme guide": "Families First Partnership programme guide 2025",
    "FFP guide, year 2": "Families First Partnership programme guide 2026, year 2",
    "Child Protection Authority": "Child Protection Authority consultation",
    "ICB mergers": "NHS West and North London formed",
    "Further ICB mergers": "Further mergers of clustered boards",
    "Cyber Essentials v3.3": "Cyber Essentials 3.3 (Danzell)",
    "Crime and Policing Act 2026": "Crime and Policing Act 2026",
    "Children's Wellbeing": "Children’s Wellbeing and Schools Act 2026",
    "KCSIE 2026": "Keeping Children Safe in Education 2026",
    "MACPT regulations": "Regulations on multi-agency child protection teams",
}
SUPERSEDED = ("Working Together 20", "LSCB Regulations", "ASCL Act", "Panel practice", "SI 2018/789 Practice")
ENACTED = ("Crime and Policing", "Children's Wellbeing", "Data (Use and Access)")
PLANNED = ("Further ICB", "MACPT", "Child Protection Authority")


def edition_named(words: str) -> EditionLine:
    kept = {line.label: line for line in edition_lines()}
    label = next((kept_as for begins, kept_as in NAMED.items() if words.startswith(begins)), words)
    return kept[label]


def state_of(line: EditionLine) -> State | None:
    return state_on(line.announced_on, line.made_on, line.in_force_on, line.superseded_on, TODAY)


@pytest.mark.skipif(not TIMELINE.exists(), reason="the timeline stands beside the repository, not in it")
def test_every_row_of_the_timeline_is_kept_with_its_date_and_state():
    rows = list(csv.DictReader(TIMELINE.read_text(encoding="utf-8").splitlines()))
    assert len(rows) >= 51
    for row in rows:
        line = edition_named(row["instrument"])
        written = {int(year) for year in re.findall(r"\d{4}", row["date"])}
        years = {d.year for d in (line.announced_on, line.made_on, line.in_force_on) if d}
        assert not years or written & years, row["instrument"]
        assert state_of(line) in expected(row["instrument"]), (row["instrument"], state_of(line))


def expected(words: str) -> set[State]:
    if words.startswith(PLANNED):
        return {State.PLANNED}
    if words.startswith(ENACTED):
        return {State.ENACTED}
    if words.startswith("Working Together 2026"):
        return {State.IN_FORCE}
    if words.startswith(SUPERSEDED):
        return {State.SUPERSEDED}
    return {State.IN_FORCE, State.SUPERSEDED}


def test_the_states_of_the_newest_law_are_those_of_the_day():
    states = {
        words: state_of(edition_named(words)) for words in ("KCSIE 2026", "MACPT regulations", "FFP guide, year 2")
    }
    assert states == {
        "KCSIE 2026": State.IN_FORCE,
        "MACPT regulations": State.PLANNED,
        "FFP guide, year 2": State.IN_FORCE,
    }
    assert state_of(edition_named("Children's Wellbeing and Schools Act 2026")) is State.ENACTED
    assert state_of(edition_named("Working Together 2023 + National Framework")) is State.SUPERSEDED
