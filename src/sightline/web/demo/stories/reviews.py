"""Practice reviews and what they found, over years and boroughs: published with its update, late with a reason and without."""

from datetime import date

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.trail.commands import deed
from sightline.record.actions.commands import close_action
from sightline.record.actions.domain import Word
from sightline.record.recommendations.commands import respond
from sightline.record.recommendations.domain import Answer
from sightline.record.reviews.commands import (
    answer_with_action,
    appoint_reviewer,
    expect_update,
    fill_section,
    open_practice_review,
    plan_publication,
    publish_review,
    put_on_panel,
    receive_update,
    recommend,
    record_finding,
    record_letter,
    record_review,
    say_not_applicable,
    set_parallel,
    set_period,
)
from sightline.record.reviews.domain import ReviewKind
from sightline.record.reviews.domain.practice import PanelPart, Parallel
from sightline.record.reviews.domain.publication import LetterKind
from sightline.record.reviews.models import Review

from ..making import body_called, day, partnership_called, table
from .telling import HOME, SECOND, Tellers, board_of, bodies_called, owner_called, post_called, themes_called

RUNNING = "PR-2026-01"
WORDS = {
    "terms": "How agencies worked together on neglect over four years, and why plans were not changed.",
    "method": "Chronologies of six agencies, two days with practitioners, and a reading group of team managers.",
    "child": "Brothers and sisters were asked, each with a worker whom they chose, what helped and what did not.",
    "family": "Parents were invited three times, in writing and through a relative, and took part once.",
    "equality": "The review asked what each record says of identity, language and poverty, and what it leaves out.",
    "rights": "The right to be heard and to a decent standard of living stood at the centre.",
    "acted_on": "Supervision notes have asked since May 2024 what has changed at home.",
}
PANEL = (
    ("Detective inspector, South West command", PanelPart.MEMBER),
    ("Head of safeguarding", PanelPart.MEMBER),
    ("Designated doctor", PanelPart.ADVISER),
)


def tell_reviews(tellers: Tellers) -> None:
    home = partnership_called(HOME)
    if Review.objects.filter(partnership=home, reference=RUNNING).exists():
        return
    for keepers, rows in tellers.sharing_out(table("reviews")):
        made = build_reviews(home=home, rows=rows, by=keepers.manager)
        if "kr-pr-24" in made:
            build_published(review=made["kr-pr-24"], home=home, by=tellers.manager)
            build_running(review=made["kr-pr-26"], home=home, by=tellers.manager)
        else:
            build_late_elsewhere(review=made["ch-pr-24"], by=None)


@deed
def build_reviews(*, home: Partnership, rows: list[dict[str, str]], by: User | None) -> dict[str, Review]:
    """Reviews by their keys, and their findings with the themes that a person chose."""
    rapid = {r.reference: r for r in Review.objects.filter(partnership=home, kind=ReviewKind.RAPID)}
    made = {row["key"]: rapid.get(row["reference"]) or _review(row, by) for row in rows}
    if "kr-pr-24" in made:
        made["kr-rr-26"] = rapid["RR-2026-01"]
        made["kr-pr-26"] = _following(rapid["RR-2026-01"], by)
    for row in table("findings"):
        if row["review"] in made:
            _finding(made[row["review"]], row, by)
    return made


def _finding(review: Review, row: dict[str, str], by: User | None) -> None:
    record_finding(
        review=review,
        number=row["number"],
        text=row["text"],
        themes=themes_called(row["themes"]),
        agencies=bodies_called(review.partnership, row["agencies"]),
        by=by,
    )


def _following(rapid: Review, by: User | None) -> Review:
    return record_review(
        partnership=rapid.partnership,
        reference=RUNNING,
        kind=ReviewKind.LOCAL_PRACTICE,
        title="Worries that were closed three times",
        started_on=date(2026, 4, 20),
        follows=rapid,
        by=by,
    )


def _review(row: dict[str, str], by: User | None) -> Review:
    return record_review(
        partnership=partnership_called(row["partnership"]),
        reference=row["reference"],
        kind=ReviewKind(row["kind"]),
        title=row["title"],
        started_on=day(row["started_on"]),
        completed_on=day(row["completed_on"]),
        published_on=day(row["published_on"]),
        by=by,
    )


@deed
def build_published(*, review: Review, home: Partnership, by: User | None) -> None:
    """On the template from end to end, published with its notice, and with the report of a year later."""
    practice = open_practice_review(review=review, decided_on=date(2024, 2, 5), by=by)
    for code, text in WORDS.items():
        fill_section(practice=practice, code=code, text=text, by=by)
    appoint_reviewer(
        practice=practice,
        name="Ottoline Fairweather-Dunn",
        role="Lead reviewer and author",
        organisation_as_written="Independent",
        is_independent=True,
        appointed_on=date(2024, 3, 4),
        by=by,
    )
    for title, part in PANEL:
        put_on_panel(practice=practice, post=post_called(home, title), part=part, by=by)
    set_period(practice=practice, started_on=date(2020, 1, 1), ended_on=date(2024, 1, 1), by=by)
    set_parallel(practice=practice, has_parallel=True, kinds=[Parallel.FAMILY_COURT], by=by)
    _recommendations(review, home, by)
    plan_publication(review=review, planned_on=date(2024, 10, 15), by=by)
    record_letter(
        review=review,
        kind=LetterKind.LATE,
        sent_on=date(2024, 7, 29),
        reason="Family proceedings ended later than was foreseen.",
        by=by,
    )
    record_letter(review=review, kind=LetterKind.NOTICE, sent_on=date(2024, 10, 3), by=by)
    publish_review(
        review=review, published_on=date(2024, 10, 15), address="https://example.org/krscp/pr-2024-01", by=by
    )
    expect_update(review=review, due_on=date(2025, 10, 15), by=by)
    receive_update(
        review=review,
        received_on=date(2025, 10, 14),
        what_changed="Plans against neglect are now looked at after nine months: 14 of 20 had a decision, from 5.",
        evidence="Dip sample of supervision notes",
        by=by,
    )


def _recommendations(review: Review, home: Partnership, by: User | None) -> None:
    findings = {finding.number: finding for finding in review.findings.all()}
    council = body_called("Achieving for Children")
    first = recommend(
        review=review,
        number="1",
        text="Supervisors should look at every plan against neglect that is older than nine months and decide anew.",
        finding=findings["1"],
        addressed_to=[council],
        urgency_as_written="within six months",
        made_on=date(2024, 9, 20),
        by=by,
    )
    action = answer_with_action(
        made=first,
        what="Bring plans older than nine months to supervision, with the child’s words (PR-2024-01)",
        owner=owner_called(home, "post:Head of safeguarding"),
        on=date(2024, 10, 15),
        due_on=date(2025, 3, 31),
        by=by,
    )
    close_action(
        action=action,
        note="Every plan is looked at after nine months; fourteen of twenty had a new decision.",
        word=Word.BOARD,
        word_of="LLR, 2 September 2025",
        on=date(2025, 9, 2),
        by=by,
    )
    second = recommend(
        review=review,
        number="2",
        text="All agencies should use the same neglect tool at first visits and write down the child’s own words.",
        finding=findings["2"],
        addressed_to=[council, body_called("Central London Community Healthcare NHS Trust")],
        made_on=date(2024, 9, 20),
        by=by,
    )
    third = recommend(
        review=review,
        number="3",
        text="Schools and health should agree who tells whom when a child misses two appointments.",
        finding=findings["3"],
        addressed_to=[body_called("NHS South West London ICB")],
        made_on=date(2024, 9, 20),
        by=by,
    )
    for made, said, reason in (
        (first, Answer.ACCEPTED, ""),
        (second, Answer.ACCEPTED, ""),
        (third, Answer.PART_ACCEPTED, "After three appointments; two would mean a call for one child in four."),
    ):
        respond(
            recommendation=made.recommendation,
            partnership=home,
            answer=said,
            reason=reason,
            board=board_of(home, "LLR"),
            on=date(2024, 10, 22),
            by=by,
        )


@deed
def build_running(*, review: Review, home: Partnership, by: User | None) -> None:
    """Past its six months, with the reason sent to both who must know it."""
    practice = open_practice_review(review=review, decided_on=date(2026, 3, 19), by=by)
    for code in ("terms", "method", "equality"):
        fill_section(practice=practice, code=code, text=WORDS[code], by=by)
    say_not_applicable(practice=practice, code="acted_on", reason="Nothing was changed before the review began.", by=by)
    appoint_reviewer(
        practice=practice,
        name="Bartholomew Inchbald-Roy",
        role="Lead reviewer",
        organisation_as_written="Independent",
        is_independent=True,
        appointed_on=date(2026, 5, 18),
        by=by,
    )
    for title, part in PANEL[:2]:
        put_on_panel(practice=practice, post=post_called(home, title), part=part, by=by)
    put_on_panel(
        practice=practice, organisation=body_called("South West London and St George’s Mental Health NHS Trust"), by=by
    )
    set_period(practice=practice, started_on=date(2023, 9, 1), ended_on=date(2026, 3, 1), by=by)
    set_parallel(practice=practice, has_parallel=True, kinds=[Parallel.CRIMINAL, Parallel.INQUEST], by=by)
    record_letter(
        review=review,
        kind=LetterKind.LATE,
        sent_on=date(2026, 9, 14),
        reason="A criminal investigation is under way; conversations with practitioners wait for it.",
        by=by,
    )
    plan_publication(review=review, planned_on=date(2027, 2, 16), by=by)


@deed
def build_late_elsewhere(*, review: Review, by: User | None) -> None:
    """Past its six months, and nobody has said why."""
    open_practice_review(review=review, decided_on=date(2024, 4, 15), by=by)
    recommend(
        review=review,
        number="1",
        text="Each weekly meeting should end with one owner for each place and each adult of concern.",
        addressed_to=[body_called("Hackney Council", partnership_called(SECOND))],
        made_on=date(2025, 1, 20),
        by=by,
    )
