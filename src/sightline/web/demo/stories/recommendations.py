"""Recommendations: a scrutiny report with thirty-six, answered in all ways; the same asked again over years and boroughs;
one of the region to several partnerships, each with its own answer.
"""

from datetime import date

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.trail.commands import deed
from sightline.kernel.references import Reference
from sightline.partnership.directory.models import Organisation
from sightline.partnership.governance.models import Board
from sightline.record.actions.commands import confirm_done, note_progress, report_done
from sightline.record.actions.domain import Rating, Status
from sightline.record.actions.models import Action
from sightline.record.evidence.commands import add_evidence
from sightline.record.evidence.domain import Grade, Kind
from sightline.record.recommendations.commands import (
    issue_recommendation,
    raise_answering_action,
    record_recommendation,
    respond,
    supersede,
)
from sightline.record.recommendations.domain import Answer, SourceKind
from sightline.record.recommendations.models import Recommendation

from ..making import body_called, day, listed, partnership_called, table
from .telling import HOME, REGION, SECOND, Tellers, board_of, owner_called

SCRUTINY = "Independent scrutiny of the whole partnership"
SCRUTINY_ON = date(2026, 1, 26)
REGIONAL = "London review of return conversations"
ISSUED_ON = date(2026, 6, 3)
# partnership, its answer, why
ANSWERS = (
    (HOME, Answer.ACCEPTED, ""),
    (SECOND, Answer.PART_ACCEPTED, "Weekends are agreed. The two days are not: ours are three, and held."),
    ("camden", Answer.ACCEPTED, ""),
    ("lambeth", Answer.NOT_ACCEPTED, "A charity holds these conversations here under a contract until March 2028."),
)
NOT_ANSWERED = ("barnet", "greenwich", "croydon")


def tell_recommendations(tellers: Tellers) -> None:
    if Recommendation.objects.filter(partnership__slug=HOME, source_title=SCRUTINY).exists():
        return
    for row in table("scrutiny_36"):
        _of_scrutiny(row, tellers)
    for keepers, rows in tellers.sharing_out(table("asked_before")):
        build_asked_before(rows=rows, by=keepers.manager)
    supersede_older(by=tellers.manager)
    _regional(tellers)


def named(partnership: Partnership, name: str) -> Organisation | Board:
    """`board:` with a short name, `name:` with a board's full name, `body:` with an organisation's."""
    kind, _, rest = name.partition(":")
    if kind == "body":
        return body_called(rest, partnership)
    return board_of(partnership, rest) if kind == "board" else Board.objects.get(partnership=partnership, name=rest)


def _addressees(partnership: Partnership, names: str) -> dict[str, list]:
    found = [named(partnership, name) for name in listed(names)]
    return {
        "boards": [one for one in found if isinstance(one, Board)],
        "addressed_to": [one for one in found if isinstance(one, Organisation)],
    }


def _of_scrutiny(row: dict[str, str], tellers: Tellers) -> None:
    partnership = partnership_called(HOME)
    recommendation = record_recommendation(
        partnership=partnership,
        number=row["number"],
        text=row["text"],
        source_title=SCRUTINY,
        source_kind=SourceKind.SCRUTINY,
        made_on=SCRUTINY_ON,
        addressee_as_written=row["addressee"],
        urgency_as_written=row["urgency"],
        by=tellers.manager,
        **_addressees(partnership, row["to"]),
    )
    if row["answer"]:
        answer(recommendation, partnership, row, row["answered_by"], tellers.manager)
    if row["action"]:
        _act(recommendation, partnership, row, tellers)


def answer(
    recommendation: Recommendation, partnership: Partnership, row: dict[str, str], said_by: str, by: User | None
) -> None:
    who = named(partnership, said_by) if said_by else None
    respond(
        recommendation=recommendation,
        partnership=partnership,
        answer=Answer(row["answer"]),
        reason=row["reason"],
        on=day(row["answered_on"]),
        board=who if isinstance(who, Board) else None,
        organisation=who if isinstance(who, Organisation) else None,
        by=by,
    )


def _act(recommendation: Recommendation, partnership: Partnership, row: dict[str, str], tellers: Tellers) -> None:
    """The action that answers it; done by one, confirmed by another, and shown where there is something to show."""
    action = raise_answering_action(
        recommendation=recommendation,
        partnership=partnership,
        what=row["action"],
        leads=[owner_called(partnership, row["lead"])],
        on=day(row["answered_on"]),
        due_on=day(row["due_on"]),
        by=tellers.manager,
    )
    if row["going"]:
        note_progress(
            action=action,
            note=row["going"],
            on=date(2026, 11, 9),
            status=Status.IN_PROGRESS,
            rating=Rating(row["rating"]),
            by=tellers.manager,
        )
    if row["done_on"]:
        _finish(action, row, tellers)


def _finish(action: Action, row: dict[str, str], tellers: Tellers) -> None:
    done_on = day(row["done_on"])
    if row["shown"]:
        add_evidence(
            partnership=action.partnership,
            subject=Reference("actions.action", action.pk),
            title=row["shown"],
            kind=Kind.IMPACT if row["grade"] == Grade.PRACTICE else Kind.EVIDENCE,
            grade=Grade(row["grade"]),
            note=f"{row['shown']}.",
            on=done_on,
            dated_on=done_on,
            by=tellers.manager,
        )
    report_done(action=action, on=done_on, note="Done as agreed.", by=tellers.manager)
    confirm_done(action=action, on=done_on, note="Seen.", by=tellers.chair)


@deed
def build_asked_before(*, rows: list[dict[str, str]], by: User | None) -> None:
    """The same asked in other years and boroughs, in other words."""
    for row in rows:
        partnership = partnership_called(row["partnership"])
        recommendation = record_recommendation(
            partnership=partnership,
            number=row["number"],
            text=row["text"],
            source_title=row["source_title"],
            source_kind=SourceKind(row["source_kind"]),
            made_on=day(row["made_on"]),
            by=by,
            **_addressees(partnership, row["to"]),
        )
        if row["answer"]:
            answer(recommendation, partnership, row, row["to"], by)


@deed
def supersede_older(*, by: User | None) -> None:
    """What the audit of 2024 asked stands in the place of what the audit of 2022 asked."""
    title = "Multi-agency audit of neglect, spring {}"
    older, newer = (Recommendation.objects.get(source_title=title.format(year)) for year in (2022, 2024))
    supersede(recommendation=older, newer=newer, on=date(2024, 6, 11), by=by)


def _regional(tellers: Tellers) -> None:
    slugs = [slug for slug, _, _ in ANSWERS]
    recommendation = issue_recommendation(
        region=partnership_called(REGION),
        to=[partnership_called(slug) for slug in (*slugs, *NOT_ANSWERED)],
        on=ISSUED_ON,
        number="1",
        text="Each partnership should see that return conversations are held within two days, at weekends too, "
        "and report the share each quarter.",
        source_title=REGIONAL,
        source_kind=SourceKind.OTHER,
        made_on=ISSUED_ON,
        respond_by=date(2026, 7, 15),
        by=tellers.overseer,
    )
    for slug, said, why in ANSWERS:
        respond(
            recommendation=recommendation,
            partnership=partnership_called(slug),
            answer=said,
            reason=why,
            on=date(2026, 7, 14),
            by=tellers.manager if slug == HOME else None,
        )
