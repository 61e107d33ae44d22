"""Practice examples, what people said, and which agency received a briefing and passed it on."""

from sightline.foundation.accounts.models import Partnership, User
from sightline.oversight.imports.domain.sheets import Column, Kind, Sheet
from sightline.record.learning.commands import (
    confirm_cascade,
    confirm_receipt,
    feed_back,
    record_change,
    record_example,
    record_statement,
    record_voice,
    send_to_agency,
)
from sightline.record.learning.domain.practice import STRENGTH_LABELS
from sightline.record.learning.domain.voice import GROUP_LABELS, METHOD_LABELS, Group, Method
from sightline.record.learning.models import IssueTo, PracticeExample, VoiceActivity

from .shape import Amiss, Register, Values, choice, day, names, needed_with

EXAMPLES = Register(
    Sheet(
        "examples",
        "Practice examples",
        (
            Column("title", "Example", needed=True, hint="Say in a few words what it is."),
            Column("what", "What works", needed=True, hint="Say what is done, and what comes of it."),
            Column("for_whom", "For whom"),
            Column("organisation", "Organisation"),
            Column("contact", "Whom to ask", hint="A post"),
            choice("strength", "How well it is known to work", STRENGTH_LABELS),
            Column("url", "Link", hint="An address that begins with https://"),
            day("recorded_on", "Recorded on", needed=True, hint="Enter the day it was written down."),
            day("review_on", "Look again on"),
            names("themes", "Themes", "Of the common vocabulary, parted by semicolons"),
        ),
        "One row for each example of practice that works. Sharing with the region is chosen on its page.",
    ),
    lambda p, v: PracticeExample.objects.filter(partnership=p, title=v["title"]).exists(),
    lambda p, v, by: record_example(
        partnership=p,
        by=by,
        on=v["recorded_on"],
        strength=v["strength"] or "",
        **{name: value for name, value in v.items() if name not in ("recorded_on", "strength")},
    ),
    {"organisation": "organisation", "contact": "post", "themes": "theme"},
)

_ASKED = ("title", "how_many", "asked", "asked_by", "held_on", "feedback_due_on", "priorities", "themes")


def _add_voice(partnership: Partnership, v: Values, by: User | None) -> VoiceActivity:
    needed_with(v, "changed", "What changed has no day.", ("changed_on", "Enter the day of the change."))
    needed_with(v, "changed_on", "Nothing is said to have changed.", ("changed", "Enter what changed."))
    needed_with(v, "fed_back_how", "The feedback has no day.", ("fed_back_on", "Enter the day they were told."))
    needed_with(v, "fed_back_on", "How they were told is not said.", ("fed_back_how", "Enter how they were told."))
    activity = record_voice(
        partnership=partnership,
        group=Group(v["group"]),
        method=Method(v["method"]),
        by=by,
        **{name: v[name] for name in _ASKED},
    )
    for words in filter(None, map(str.strip, v["said"].split("\n"))):
        record_statement(activity=activity, text=words, by=by)
    if v["changed"]:
        record_change(activity=activity, text=v["changed"], on=v["changed_on"], by=by)
    if v["fed_back_on"]:
        feed_back(activity=activity, on=v["fed_back_on"], how=v["fed_back_how"], by=by)
    return activity


VOICE = Register(
    Sheet(
        "voice",
        "Voice",
        (
            Column("title", "What it was", needed=True, hint="Say in a few words what it was."),
            choice("group", "Who was asked", GROUP_LABELS, needed=True),
            Column("how_many", "How many", Kind.NUMBER),
            choice("method", "How", METHOD_LABELS, needed=True),
            day("held_on", "When", needed=True, hint="Enter the day, or the last of several."),
            Column("asked", "What was asked"),
            Column("asked_by", "Asked by", hint="An organisation"),
            Column("said", "What they said", hint="As a group, each statement on a line of its own; never who said it"),
            Column("changed", "What changed because of it"),
            day("changed_on", "Changed on"),
            day("feedback_due_on", "To be told by"),
            day("fed_back_on", "Told on"),
            Column("fed_back_how", "How they were told"),
            names("priorities", "Priorities", "Titles or numbers, parted by semicolons"),
            names("themes", "Themes", "Of the common vocabulary, parted by semicolons"),
        ),
        "One row for each time that children, families or communities were asked: as a group, never by name.",
    ),
    lambda p, v: VoiceActivity.objects.filter(partnership=p, title=v["title"], held_on=v["held_on"]).exists(),
    _add_voice,
    {"asked_by": "organisation", "priorities": "priority", "themes": "theme"},
)


def _issue(v: Values) -> IssueTo | None:
    return IssueTo.objects.filter(briefing=v["briefing"], organisation=v["organisation"]).first()


def _nothing_new(partnership: Partnership, v: Values) -> bool:
    """What an agency has confirmed already stands as it is."""
    issue = _issue(v)
    if issue is None:
        return False
    return not (v["received_on"] and not issue.received_on) and not (v["cascaded_on"] and not issue.cascaded_on)


def _confirm(partnership: Partnership, v: Values, by: User | None) -> IssueTo:
    for key in ("received_on", "cascaded_on"):
        needed_with(v, key, "Nobody is said to have confirmed it.", ("said_by", "Enter the post or agency."))
    issue = _issue(v)
    if issue is None:
        on = v["sent_on"] or v["briefing"].issued_on
        if on is None:
            raise Amiss("briefing", "This briefing is not issued.", "Issue it first; receipts follow.")
        issue = send_to_agency(briefing=v["briefing"], organisation=v["organisation"], on=on, by=by)
    if v["received_on"] and not issue.received_on:
        confirm_receipt(issue_to=issue, on=v["received_on"], said_by=v["said_by"], by=by)
    if v["cascaded_on"] and not issue.cascaded_on:
        confirm_cascade(
            issue_to=issue,
            on=v["cascaded_on"],
            said_by=v["said_by"],
            how=v["how"],
            staff=v["staff"],
            teams=v["teams"],
            by=by,
        )
    return issue


RECEIPTS = Register(
    Sheet(
        "receipts",
        "Receipts of briefings",
        (
            Column("briefing", "Briefing", needed=True, hint="Enter the title of a briefing that is issued."),
            Column("organisation", "Agency", needed=True, hint="Enter the organisation."),
            day("sent_on", "Sent on", hint="Left empty, the day the briefing was issued"),
            day("received_on", "Received on"),
            day("cascaded_on", "Passed on on"),
            Column("said_by", "Confirmed by", hint="The post or agency that says so; needed with either day"),
            Column("how", "How it was passed on"),
            Column("staff", "Staff reached", Kind.NUMBER),
            Column("teams", "Teams reached", Kind.NUMBER),
        ),
        "One row for each agency that was sent a briefing. What is confirmed already is left alone.",
    ),
    _nothing_new,
    _confirm,
    {"briefing": "briefing", "organisation": "organisation"},
)
