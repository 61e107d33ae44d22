"""The rest of the load of `bench.promises`: challenges, briefings with whom they went to, the tracker, practice and voice."""

from datetime import timedelta
from typing import TYPE_CHECKING

from bench.load import UNTIL

if TYPE_CHECKING:
    from bench.promises import Promises

YEAR = timedelta(days=365)
STEPS = ("audit", "training", "re_audit")


def put_learnt(load: "Promises") -> None:
    """As many of each as the size says; each briefing goes to two agencies, each piece of the tracker has three steps."""
    _challenges(load)
    _briefings(load)
    _tracks(load)
    _practice(load)
    _voice(load)


def _challenges(load: "Promises") -> None:
    from sightline.record.challenges.models import Challenge, Step

    rows = [(pk, place, _day(load)) for pk, place in load.each(load.size.learnt)]
    kinds = ("attendance", "data", "decision", "practice")
    names = ("id", "partnership_id", "number", "kind", "about", "raised_on", "by_organisation_id", "to_organisation_id",
             "closed_on", "outcome")  # fmt: skip
    made = []
    for pk, place, on in rows:
        closed = (min(on + YEAR, UNTIL).isoformat(), "upheld") if pk % 2 else (None, "")
        parties = load.body(place, pk), load.body(place, pk + 1)
        made.append((pk, place, str(pk), load.drawn.choice(kinds), _text(load, 8), on.isoformat(), *parties, *closed))
    load.insert(Challenge, names, made)
    steps = [(pk, "raised", on.isoformat(), 1, "Between the two") for pk, _, on in rows]
    steps += [(pk, "answered", (on + YEAR / 12).isoformat(), 1, "") for pk, _, on in rows if pk % 3]
    steps += [(pk, "closed", min(on + YEAR, UNTIL).isoformat(), 1, "") for pk, _, on in rows if pk % 2]
    load.links(Step, ("challenge_id", "kind", "on", "stage", "stage_name"), iter(steps))


def _briefings(load: "Promises") -> None:
    from sightline.record.learning.models import Briefing, BriefingTheme, IssueTo

    rows = [(pk, place, _day(load)) for pk, place in load.each(load.size.learnt)]
    names = ("id", "partnership_id", "kind", "title", "drafted_on", "approved_on", "issued_on")
    made = ((pk, place, "seven_minute", _text(load, 4), *(on.isoformat(),) * 3) for pk, place, on in rows)
    load.insert(Briefing, names, made)
    load.links(BriefingTheme, ("briefing_id", "theme_id"), load.spoken(len(rows)))
    sent = (
        (pk, load.body(place, pk + n), on.isoformat(), (on + YEAR / 24).isoformat(), (on + YEAR / 12).isoformat(),
         on.isoformat() if pk % 3 else None)
        for pk, place, on in rows for n in range(2)
    )  # fmt: skip
    names = ("briefing_id", "organisation_id", "sent_on", "receipt_due_on", "cascade_due_on", "received_on")
    load.links(IssueTo, names, sent)


def _tracks(load: "Promises") -> None:
    from sightline.record.learning.models import Track, TrackStep

    rows = [(pk, place, _day(load)) for pk, place in load.each(load.size.learnt)]
    names = ("id", "partnership_id", "title", "theme_id", "started_on")
    made = ((pk, place, _text(load, 4), load.drawn.choice(load.themes), on.isoformat()) for pk, place, on in rows)
    load.insert(Track, names, made)
    steps = ((pk, kind, on.isoformat(), on.isoformat() if pk % 2 else None) for pk, _, on in rows for kind in STEPS)
    load.links(TrackStep, ("track_id", "kind", "planned_on", "done_on"), steps)


def _practice(load: "Promises") -> None:
    from sightline.record.learning.models import ExampleTheme, PracticeExample

    rows = list(load.each(load.size.learnt))
    names = ("id", "partnership_id", "title", "what", "organisation_id", "strength", "recorded_on")
    strengths = ("own_view", "measured", "evaluated", "published")
    made = (
        (pk, place, _text(load, 4), _text(load, 30), load.body(place, pk), load.drawn.choice(strengths), _said(load))
        for pk, place in rows
    )
    load.insert(PracticeExample, names, made)
    load.links(ExampleTheme, ("example_id", "theme_id"), load.spoken(len(rows)))


def _voice(load: "Promises") -> None:
    from sightline.record.learning.models import VoiceActivity, VoiceChange, VoicePriority

    rows = list(load.each(load.size.learnt))
    names = ("id", "partnership_id", "title", "group", "method", "held_on", "feedback_due_on")
    made = ((pk, place, _text(load, 4), "young_people", "survey", _said(load), UNTIL.isoformat()) for pk, place in rows)
    load.insert(VoiceActivity, names, made)
    number = load.size.priorities
    heard = ((pk, (place - 1) * number + pk % number + 1) for pk, place in rows)
    load.links(VoicePriority, ("activity_id", "priority_id"), heard)
    load.links(
        VoiceChange, ("activity_id", "text", "on"), ((pk, _text(load, 8), _said(load)) for pk, _ in rows if pk % 2)
    )


def _day(load: "Promises"):
    from bench.promises import before

    return before(load.drawn, 1200)


def _said(load: "Promises") -> str:
    return _day(load).isoformat()


def _text(load: "Promises", words: int) -> str:
    from bench.promises import text

    return text(load.drawn, words)
