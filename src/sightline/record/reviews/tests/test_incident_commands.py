from datetime import date

import pytest

from sightline.foundation.accounts.domain import Role
from sightline.foundation.library.models import SearchEntry
from sightline.foundation.library.queries import search
from sightline.kernel.verdict import Refused
from sightline.record.reviews import commands
from sightline.record.reviews.domain.incidents import IncidentState
from sightline.record.reviews.models import Incident
from sightline.record.reviews.queries.incidents import incidents_of, notification_clock_of
from sightline.record.reviews.tests.rapid_making import AWARE, NOTIFIED, make_body, make_incident, make_rapid
from tests.world import World


def test_an_incident_has_no_field_for_anything_of_a_child() -> None:
    fields = {field.name for field in Incident._meta.get_fields()}
    assert not fields & {"name", "age", "sex", "gender", "ethnicity", "date_of_birth", "dob", "case_number", "school"}


def test_an_incident_goes_from_logged_to_notified(world: World) -> None:
    incident = make_incident(world.own)
    assert incident.state_on(AWARE) is IncidentState.LOGGED
    commands.notify_incident(incident=incident, on=NOTIFIED, by=None)
    assert incident.state_on(NOTIFIED) is IncidentState.NOTIFIED
    assert notification_clock_of(incident).words(NOTIFIED) == "Done on day 2, in time"


def test_as_at_an_earlier_day_it_was_not_notified_yet(world: World) -> None:
    incident = make_incident(world.own, notified_on=NOTIFIED)
    assert incident.state_on(AWARE) is IncidentState.LOGGED
    assert list(incidents_of(world.own, date(2026, 5, 31))) == []


def test_an_incident_may_be_closed_without_a_notification_only_with_a_reason_and_opened_again(world: World) -> None:
    incident = make_incident(world.own)
    with pytest.raises(Refused, match="Say why"):
        commands.end_incident(incident=incident, as_=IncidentState.NOT_NOTIFIED, because=" ", on=NOTIFIED, by=None)
    commands.end_incident(
        incident=incident, as_=IncidentState.NOT_NOTIFIED, because="Criteria not met", on=NOTIFIED, by=None
    )
    assert incident.state_on(NOTIFIED) is IncidentState.NOT_NOTIFIED
    with pytest.raises(Refused, match="Open it again"):
        commands.notify_incident(incident=incident, on=NOTIFIED, by=None)
    commands.reopen_incident(incident=incident, by=None)
    assert incident.state_on(NOTIFIED) is IncidentState.LOGGED


def test_a_notified_incident_is_withdrawn_not_called_not_notified(world: World) -> None:
    incident = make_incident(world.own, notified_on=NOTIFIED)
    with pytest.raises(Refused, match="Withdraw it instead"):
        commands.end_incident(
            incident=incident, as_=IncidentState.NOT_NOTIFIED, because="Criteria", on=NOTIFIED, by=None
        )
    commands.end_incident(incident=incident, as_=IncidentState.WITHDRAWN, because="Criteria", on=NOTIFIED, by=None)
    assert incident.state_on(NOTIFIED) is IncidentState.WITHDRAWN


def test_only_the_month_may_be_known(world: World) -> None:
    incident = make_incident(world.own, occurred_on=date(2026, 5, 19), is_month_only=True)
    assert incident.occurred_on == date(2026, 5, 1)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"reference": " "}, "reference"),
        ({"occurred_on": date(2026, 6, 2)}, "aware_on"),
        ({"notified_on": date(2026, 5, 29)}, "notified_on"),
        ({"criteria": "The child was born on 3 May 2014 and lives at home."}, "criteria"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(world: World, values: dict, field: str) -> None:
    with pytest.raises(Refused) as refusal:
        make_incident(world.own, **values)
    assert refusal.value.field == field


def test_a_reference_is_given_once(world: World) -> None:
    make_incident(world.own)
    with pytest.raises(Refused, match="is taken"):
        make_incident(world.own)
    assert make_incident(world.other).reference == "SI 2026-01"


def test_bodies_of_another_partnership_are_refused(world: World) -> None:
    stranger = make_body(world.other, "Brackenmoor Council")
    with pytest.raises(Refused, match="another partnership"):
        make_incident(world.own, lead_authority=stranger)
    with pytest.raises(Refused, match="another partnership"):
        make_incident(world.own, concerned=[stranger])


def test_correcting_an_incident_changes_who_is_concerned(world: World) -> None:
    one, two = make_body(world.own, "Elmfield Council"), make_body(world.own, "Thorpe Council")
    incident = make_incident(world.own, concerned=[one])
    commands.correct_incident(
        incident=incident, reference="SI 7", category="death", aware_on=AWARE, concerned=[two], by=None
    )
    assert [c.organisation for c in incident.concerned.all()] == [two] and incident.reference == "SI 7"


def test_one_entered_by_mistake_is_removed_while_no_review_stands_on_it(world: World) -> None:
    incident = make_incident(world.own)
    commands.remove_incident(incident=incident, by=None)
    assert not SearchEntry.objects.filter(subject_kind="reviews.incident").exists()
    rapid = make_rapid(world.own)
    with pytest.raises(Refused, match="A rapid review stands on"):
        commands.remove_incident(incident=rapid.incident, by=None)


def test_search_finds_an_incident_only_for_those_who_may_read_it(world: World) -> None:
    make_incident(world.own, "SI Heron", criteria="Serious harm and concern about joint work")
    for role in (Role.BUSINESS_MANAGER, Role.CHAIR, Role.SCRUTINEER):
        assert search(world.viewer(role), "Heron").total == 1
    for role in (Role.MEMBER, Role.ANALYST, Role.REGIONAL_OVERSEER, Role.ADMINISTRATOR):
        assert search(world.viewer(role), "Heron").total == 0
