from datetime import timedelta

import pytest
from django.utils import timezone

from sightline.foundation.accounts.commands import choose_sharing
from sightline.foundation.accounts.domain import Topic
from sightline.foundation.trail.models import Seal
from sightline.oversight.gaps.queries import newest_check
from sightline.web.console.timetable import Job, check_changed, jobs, run_due


@pytest.fixture(autouse=True)
def _home(settings, tmp_path):
    settings.HOME = tmp_path


def test_a_job_is_done_when_due_and_not_before():
    done = []
    job = Job("count", 60, done.append)
    for clock in (0, 30, 61, 90, 122):
        run_due([job], clock)
    assert len(done) == 3


def test_a_job_that_fails_does_not_stop_the_others(caplog):
    done = []

    def broken(now):
        raise RuntimeError("no")

    run_due([Job("break", 60, broken), Job("count", 60, done.append)], 1)
    assert len(done) == 1
    assert "could not break" in caplog.text


def test_every_job_of_the_timetable_runs_and_seals_are_kept_outside_too(world, tmp_path):
    timetable = jobs()
    run_due(timetable, 1.0)
    assert Seal.objects.exists()
    assert (tmp_path / "seals.txt").read_text().startswith(str(Seal.objects.first().last_entry))


def test_only_a_partnership_whose_record_changed_is_checked_again_the_same_day(world):
    first = timezone.now()
    assert check_changed(first) == 3
    assert check_changed(first + timedelta(seconds=1)) == 0
    choose_sharing(partnership=world.own, topic=Topic.BOARDS, is_shared=True, by=world.manager)
    later = timezone.now()
    assert check_changed(later) == 1
    assert newest_check(world.own).at == later
    assert newest_check(world.other).at == first


def test_a_new_day_is_checked_anew(world):
    now = timezone.now()
    check_changed(now)
    assert check_changed(now + timedelta(days=1)) == 3
