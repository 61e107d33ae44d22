"""How learning reached people: briefings with the word of each agency, a track from audit to re-audit, examples, voices."""

from datetime import date

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.trail.commands import deed
from sightline.kernel.references import Reference
from sightline.record.evidence.commands import add_evidence
from sightline.record.evidence.domain import Grade, Kind
from sightline.record.learning.commands import (
    add_step,
    approve_briefing,
    chase_agency,
    close_track,
    confirm_cascade,
    confirm_receipt,
    draft_briefing,
    feed_back,
    issue_briefing,
    record_change,
    record_example,
    record_statement,
    record_voice,
    share_example,
    start_track,
    subscribe,
    write_parts,
)
from sightline.record.learning.domain.briefings import BriefingKind
from sightline.record.learning.domain.tracks import StepKind
from sightline.record.learning.domain.voice import Group, Method
from sightline.record.learning.models import Briefing, PracticeExample
from sightline.record.reviews.models import Finding

from ..making import body_called, day, partnership_called, table
from .telling import HOME, SECOND, Tellers, action_of, bodies_called, priority_of, themes_called

AGENCIES = (
    "Achieving for Children|Metropolitan Police Service|NHS South West London ICB|"
    "Central London Community Healthcare NHS Trust|Primary and secondary schools of Kingston and Richmond"
)
SEVEN_MINUTES = {
    "happened": "Over four years, six agencies wrote plans against neglect. The plans stayed as they were.",
    "why": "A child who goes without for years learns that nobody will change it.",
    "look": "The same worry in the third record. A plan that is a year old. No words of the child.",
    "do": "Ask what is different at home since the last visit.\nWrite down the child’s words.\nRing the school.",
    "where": "The neglect tool and the procedures of the partnership. Ask your safeguarding lead.",
}
SHORT = {
    "about": "What young people said about buses, shops and parks in the summer.",
    "do": "Ask where young people feel safe, and with whom.",
}


def tell_learning(tellers: Tellers) -> None:
    home = partnership_called(HOME)
    if Briefing.objects.filter(partnership=home).exists():
        return
    build_briefings(home=home, tellers=tellers, by=tellers.manager)
    for keepers, rows in tellers.sharing_out(table("practice_examples")):
        build_examples(rows=rows, by=keepers.manager)
    build_voices(home=home, by=tellers.manager)
    build_voice_elsewhere(by=None)


@deed
def build_briefings(*, home: Partnership, tellers: Tellers, by: User | None) -> None:
    for email, sector in (("lead@school.example", "education"), ("team@clinic.example", "health")):
        subscribe(
            partnership=home,
            email=email,
            sector=sector,
            consent="Asked for it on the form of the partnership’s page.",
            on=date(2025, 9, 1),
            by=by,
        )
    findings = Finding.objects.filter(review__partnership=home, review__reference="PR-2024-01")
    older = _issued(home, tellers, "What young people told the safety walks", date(2026, 2, 9), "bulletin", (), SHORT)
    for row in older.issues.all():
        confirm_cascade(issue_to=row, on=date(2026, 2, 27), said_by="Its safeguarding lead", teams=4, staff=38, by=by)
    title = "Seven minutes: when neglect is all that services see"
    briefing = _issued(home, tellers, title, date(2026, 9, 21), "seven_minute", findings, SEVEN_MINUTES)
    _answers(briefing, by)
    draft = draft_briefing(
        partnership=home,
        kind=BriefingKind.ONE_PAGE,
        title="One page: three referrals about the same worry",
        on=date(2026, 11, 16),
        findings=Finding.objects.filter(review__partnership=home, review__reference="RR-2026-01"),
        themes=themes_called("neglect|thresholds"),
        by=by,
    )
    write_parts(
        briefing=draft, texts={"why": "The third worry is told to us by someone who was not heard twice."}, by=by
    )
    _track(home, briefing, by)


def _issued(
    home: Partnership, tellers: Tellers, title: str, on: date, kind: str, findings: object, texts: dict[str, str]
) -> Briefing:
    """Written by one, approved by another, sent to agencies and to those who asked for it."""
    briefing = draft_briefing(
        partnership=home,
        kind=BriefingKind(kind),
        title=title,
        on=on,
        roles="Everyone who visits families",
        findings=findings,
        themes=themes_called("neglect" if findings else "extra-familial-harm"),
        by=tellers.manager,
    )
    write_parts(briefing=briefing, texts=texts, by=tellers.manager)
    approve_briefing(briefing=briefing, on=on, by=tellers.chair)
    return issue_briefing(briefing=briefing, on=on, agencies=bodies_called(home, AGENCIES), by=tellers.manager)


def _answers(briefing: Briefing, by: User | None) -> None:
    """Three passed it on, one has it, and one safeguarding partner has not confirmed."""
    reached = {
        "Achieving for Children": (212, 18),
        "Central London Community Healthcare NHS Trust": (96, 9),
        "Primary and secondary schools of Kingston and Richmond": (340, 84),
    }
    for row in briefing.issues.select_related("organisation"):
        name = row.organisation.name
        if name in reached:
            staff, teams = reached[name]
            confirm_cascade(
                issue_to=row,
                on=date(2026, 10, 19),
                said_by="Its safeguarding lead",
                how="Talked through in team meetings",
                staff=staff,
                teams=teams,
                by=by,
            )
        elif name == "NHS South West London ICB":
            confirm_receipt(issue_to=row, on=date(2026, 9, 29), said_by="Designated nurse", by=by)
        else:
            chase_agency(issue_to=row, on=date(2026, 10, 12), words="Asked by e-mail to the inspector’s office.", by=by)


def _track(home: Partnership, briefing: Briefing, by: User | None) -> None:
    (neglect,) = themes_called("neglect")
    track = start_track(
        partnership=home,
        title="Plans against neglect that stay as they are",
        theme=neglect,
        lead=body_called("Achieving for Children"),
        on=date(2026, 2, 10),
        by=by,
    )
    for kind, parts in (
        (StepKind.AUDIT, {"done_on": date(2026, 3, 20), "what": "Twenty plans", "found": "Six had changed in a year."}),
        (StepKind.DEEP_DIVE, {"done_on": date(2026, 6, 12), "what": "Four teams asked why", "found": "No one asks."}),
        (StepKind.BRIEFING, {"done_on": date(2026, 9, 21), "briefing": briefing}),
        (StepKind.TRAINING, {"planned_on": date(2026, 11, 6), "what": "Two half days on asking what has changed"}),
        (StepKind.RE_AUDIT, {"planned_on": date(2027, 3, 19), "what": "Twenty plans again"}),
    ):
        add_step(track=track, kind=kind, by=by, **parts)
    (online,) = themes_called("online-safety")
    done = start_track(
        partnership=home, title="What to do with a picture that was sent on", theme=online, on=date(2025, 1, 14), by=by
    )
    for kind, on, found in (
        (StepKind.AUDIT, date(2025, 2, 14), "Schools answered in five ways."),
        (StepKind.TRAINING, date(2025, 5, 20), "Sixty school leads came."),
        (StepKind.RE_AUDIT, date(2025, 11, 18), "Eighteen of twenty schools follow the one page."),
    ):
        add_step(track=done, kind=kind, done_on=on, found=found, by=by)
    add_evidence(
        partnership=home,
        subject=Reference("learning.track", done.pk),
        title="Twenty schools asked the same question twice",
        kind=Kind.IMPACT,
        grade=Grade.PRACTICE,
        note="In February 2025 four of twenty followed the one page; in November eighteen did.",
        on=date(2025, 11, 18),
        dated_on=date(2025, 11, 18),
        by=by,
    )
    close_track(track=done, on=date(2025, 11, 18), note="Practice changed: from five answers to one.", by=by)


@deed
def build_examples(*, rows: list[dict[str, str]], by: User | None) -> None:
    for row in rows:
        partnership = partnership_called(row["partnership"])
        example = record_example(
            partnership=partnership,
            title=row["title"],
            what=row["what"],
            for_whom=row["for_whom"],
            organisation=body_called(row["organisation"], partnership) if row["organisation"] else None,
            strength=row["strength"],
            on=day(row["recorded_on"]),
            review_on=day(row["review_on"]),
            themes=themes_called(row["themes"]),
            by=by,
        )
        if row["shown"]:
            _show(example, row, by)
        if row["is_shared"] == "yes":
            share_example(example=example, on=day(row["recorded_on"]), by=by)


def _show(example: PracticeExample, row: dict[str, str], by: User | None) -> None:
    add_evidence(
        partnership=example.partnership,
        subject=Reference("learning.practiceexample", example.pk),
        title="What was counted before and after",
        kind=Kind.IMPACT,
        grade=Grade(row["grade"]),
        note=row["shown"],
        on=day(row["recorded_on"]),
        by=by,
    )


@deed
def build_voices(*, home: Partnership, by: User | None) -> None:
    """One that changed something, one that waits for its answer, one of so few that no words are kept."""
    survey = record_voice(
        partnership=home,
        title="Summer survey about places",
        group=Group.YOUNG_PEOPLE,
        method=Method.SURVEY,
        held_on=date(2026, 7, 3),
        how_many=146,
        asked="Where do you feel safe, where not, and what would help?",
        asked_by=body_called("Healthwatch Kingston and Healthwatch Richmond", home),
        feedback_due_on=date(2026, 9, 30),
        priorities=[priority_of("kr-outside-26")],
        themes=themes_called("extra-familial-harm"),
        by=by,
    )
    for text in (
        "The bus station is worst after six.",
        "Security guards move us on and never ask whether we are all right.",
    ):
        record_statement(activity=survey, text=text, by=by)
    record_change(
        activity=survey,
        text="Centre managers and police walk the bus station with young people.",
        on=date(2026, 8, 4),
        priority=priority_of("kr-outside-26"),
        action=action_of("w7"),
        by=by,
    )
    feed_back(activity=survey, on=date(2026, 9, 24), how="Posters in schools and a film made by young people.", by=by)
    _waiting(home, by)


@deed
def build_voice_elsewhere(*, by: User | None) -> None:
    record_voice(
        partnership=partnership_called(SECOND),
        title="What parents say about child protection meetings",
        group=Group.PARENTS,
        method=Method.INTERVIEWS,
        held_on=date(2026, 5, 21),
        how_many=17,
        asked="What was said in the room, and what did you understand?",
        priorities=[priority_of("ch-race-25")],
        by=by,
    )


def _waiting(home: Partnership, by: User | None) -> None:
    talk = record_voice(
        partnership=home,
        title="Young people who wait for help with their feelings",
        group=Group.YOUNG_PEOPLE,
        method=Method.GROUP_TALK,
        held_on=date(2026, 6, 17),
        how_many=11,
        asked="What is it like to wait, and what would make it easier?",
        feedback_due_on=date(2026, 9, 15),
        priorities=[priority_of("kr-mind-26")],
        themes=themes_called("mental-health"),
        by=by,
    )
    record_statement(
        activity=talk, text="A letter with a name on it would be enough to know that we are not forgotten.", by=by
    )
    record_voice(
        partnership=home,
        title="Young people placed outside the boroughs",
        group=Group.IN_CARE,
        method=Method.INTERVIEWS,
        held_on=date(2026, 10, 6),
        how_many=3,
        asked="Who came to see you when you had been away?",
        themes=themes_called("children-looked-after|missing-children"),
        by=by,
    )
