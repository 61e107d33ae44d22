from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sightline.kernel.due import Due, Weight
from sightline.kernel.references import Reference
from sightline.oversight.reminders.domain import BACKOFF, minutes_to_wait
from sightline.oversight.reminders.domain.piles import Pile, Unreached
from sightline.oversight.reminders.domain.replies import DONE, LATER, RECEIVED, Reply
from sightline.oversight.reminders.domain.secrets import new_nonce, secret_of

TODAY = date(2026, 11, 30)


def _due(number: int, offset: int) -> Due:
    return Due(Reference("actions.action", number), 1, f"Task {number}", "Do it.", TODAY + timedelta(days=offset))


@given(st.lists(st.integers(-50, 50)), st.integers(1, 8))
def test_a_pile_keeps_the_soonest_and_counts_the_rest(offsets, room):
    pile, dues = Pile(room), [_due(n, offset) for n, offset in enumerate(offsets)]
    for due in dues:
        pile.add(due, TODAY)
    assert list(pile.things) == sorted(dues, key=lambda due: due.due_on)[:room]
    assert pile.count == len(dues) == len(pile.things) + pile.more
    assert pile.overdue == sum(offset < 0 for offset in offsets)


def test_what_a_clock_runs_for_leads_and_what_nobody_waits_for_comes_last():
    weights = {0: Weight.STANDING, 1: Weight.ORDINARY, 2: Weight.CLOCK, 3: Weight.ORDINARY}
    pile = Pile(3)
    for number, weight in weights.items():
        pile.add(replace(_due(number, number - 9), weight=weight), TODAY)
    assert [due.reference.id for due in pile.things] == [2, 1, 3] and pile.count == 4


def test_things_that_reach_nobody_are_counted_beyond_those_that_are_listed():
    unreached = Unreached(room=2)
    for number in range(5):
        unreached.add(_due(number, 0), "It has no owner.")
    assert (unreached.count, len(unreached.things)) == (5, 2)


def test_the_wait_after_each_failure_grows_until_it_is_given_up():
    waits = [minutes_to_wait(tries) for tries in range(1, len(BACKOFF) + 2)]
    assert waits[:-1] == sorted(BACKOFF) and waits[-1] is None


def test_a_secret_is_made_from_the_key_of_the_installation_and_differs_for_every_link():
    one, other = new_nonce(), new_nonce()
    assert secret_of("key", one) == secret_of("key", one)
    assert len({secret_of("key", one), secret_of("key", other), secret_of("another key", one)}) == 3


def test_an_answer_reads_as_one_text():
    assert Reply(DONE, "It is in use.").said == "It is done. It is in use."
    assert Reply(LATER, "Staff left", date(2027, 1, 5)).said == "It needs a new date: 5 January 2027. Staff left."
    assert Reply(RECEIVED, people=1).said == "We have received it. Passed on to 1 person."
