"""Who may open a finding about a serious incident: every role is tried on its page and on setting it aside."""

import pytest

from sightline.foundation.accounts.domain import ROLES, Deed, Role
from sightline.oversight.gaps.tests.makers import make_late_incident
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", Role)
def test_a_restricted_finding_opens_for_exactly_the_roles_that_read_incidents(world: World, sign_in, role: Role):
    finding = make_late_incident(world.own, world.today)
    may = Deed.READ_INCIDENTS in ROLES[role].deeds and Deed.READ in ROLES[role].deeds
    may = may and role not in (Role.REGIONAL_OVERSEER, Role.ADMINISTRATOR)
    answer = sign_in(role).get(f"/p/{world.own.slug}/findings/{finding.pk}/")
    assert (answer.status_code == 200) is may
    assert may or finding.summary not in answer.content.decode()


@pytest.mark.parametrize("role", Role)
def test_it_is_set_aside_by_exactly_those_who_read_incidents_and_set_findings_aside(world: World, sign_in, role: Role):
    finding = make_late_incident(world.own, world.today)
    needed = {Deed.READ_INCIDENTS, Deed.SET_ASIDE_FINDINGS}
    may = needed <= ROLES[role].deeds and role not in (Role.REGIONAL_OVERSEER, Role.ADMINISTRATOR)
    for deed in ("set-aside", "bring-back"):
        client = sign_in(role)
        address = f"/p/{world.own.slug}/findings/{finding.pk}/{deed}"
        answer = client.get(address) if deed == "set-aside" else client.post(address)
        assert (answer.status_code in (200, 302)) is may


def test_of_another_partnership_it_is_unknown_to_who_reads_incidents_here(world: World, sign_in):
    finding = make_late_incident(world.other, world.today)
    client = sign_in(Role.BUSINESS_MANAGER)
    assert client.get(f"/p/{world.other.slug}/findings/{finding.pk}/").status_code == 404
    assert client.get(f"/p/{world.own.slug}/findings/{finding.pk}/").status_code == 404
