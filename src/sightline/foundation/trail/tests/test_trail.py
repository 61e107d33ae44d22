"""Whatever path a change takes, the trail has it, with who and what; and what was done to the trail shows."""

import json
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.utils import timezone

from sightline.foundation.accounts.commands import give_role, open_account
from sightline.foundation.accounts.domain import Role
from sightline.foundation.accounts.models import Grant, Partnership, User
from sightline.foundation.trail.commands import acting, leave_tables, seal, without_trail
from sightline.foundation.trail.models import Entry, Seal
from sightline.foundation.trail.queries import changes_in, faults, history_of, row_as_recorded
from sightline.oversight.intake.models import Paper

NOW = timezone.now()


@pytest.fixture
def place(db) -> Partnership:
    return Partnership.objects.create(slug="quillhaven", name="Quillhaven Partnership", short_name="Quillhaven")


def _last(table: str = "accounts_partnership") -> Entry:
    return Entry.objects.filter(table=table).last()


def _sql(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_save_an_update_a_bulk_create_and_plain_sql_are_all_recorded(place):
    before = Entry.objects.count()
    place.name = "Quillhaven and Dale"
    place.save()
    Partnership.objects.filter(pk=place.pk).update(short_name="Q and D")
    Partnership.objects.bulk_create([Partnership(slug=f"q{n}", name=f"Q{n}", short_name="Q") for n in range(3)])
    _sql(f"UPDATE accounts_partnership SET source = 'a letter' WHERE id = {place.pk}")
    _sql("DELETE FROM accounts_partnership WHERE slug = 'q1'")
    verbs = list(Entry.objects.order_by("id").values_list("verb", flat=True))[before:]
    assert verbs == ["UPDATE", "UPDATE", "INSERT", "INSERT", "INSERT", "UPDATE", "DELETE"]
    assert json.loads(history_of("accounts_partnership", place.pk).first().after)["source"] == "a letter"


def test_a_change_of_nothing_is_not_recorded(place):
    before = Entry.objects.count()
    place.save()
    assert Entry.objects.count() == before


def test_a_column_that_is_passed_over_makes_no_entry_and_is_no_drift(world):
    paper = Paper.objects.create(
        partnership=world.own,
        file_name="minutes.txt",
        size=1,
        sha256="0" * 64,
        brought_at=NOW,
        brought_by=world.manager,
    )
    before = Entry.objects.count()
    Paper.objects.filter(pk=paper.pk).update(pages_read=3, beat_at=NOW)
    assert Entry.objects.count() == before
    Paper.objects.filter(pk=paper.pk).update(pages_read=4, message="Read")
    assert Entry.objects.count() == before + 1
    assert "pages_read" not in _last("intake_paper").after
    assert list(faults()) == []


def test_a_command_is_recorded_in_the_name_of_who_did_it(place):
    user = open_account(email="pat@sightline.example", name="Pat Lorimer", by=None)
    give_role(user=user, role=Role.CHAIR, partnership=place, starts_on=NOW.date(), by=user)
    entry = _last("accounts_grant")
    assert (entry.actor_id, entry.actor, entry.deed) == (user.pk, "Pat Lorimer", "give_role")
    assert entry.partnership_id == place.pk


def test_after_a_deed_and_after_one_that_failed_nobody_is_acting(place):
    with acting(None, "rename"):
        Partnership.objects.filter(pk=place.pk).update(name="One")
    with pytest.raises(ZeroDivisionError), acting(None, "rename"):
        _ = 1 / 0
    Partnership.objects.filter(pk=place.pk).update(name="Two")
    assert [(e.actor, e.deed) for e in history_of("accounts_partnership", place.pk)[:2]] == [
        ("", ""),
        ("Sightline", "rename"),
    ]


def test_a_row_below_a_partnership_finds_its_way_to_it(world):
    Grant.objects.filter(user=world.manager).update(reason="as agreed")
    assert changes_in(world.own.pk).first().table == "accounts_grant"


def test_a_password_never_reaches_the_trail_only_that_it_changed(db):
    user = open_account(email="pat@sightline.example", name="Pat Lorimer", password="a long enough secret", by=None)
    user.set_password("another long secret")
    user.save()
    entry = _last("accounts_user")
    assert "$" not in entry.before + entry.after
    assert json.loads(entry.after)["password"] == "(changed)"


@pytest.mark.parametrize("statement", ["UPDATE trail_entry SET actor = 'Someone'", "DELETE FROM trail_entry"])
def test_the_trail_refuses_to_be_changed(place, statement):
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        _sql(statement)


def test_a_row_can_be_read_as_it_was_recorded_at_a_moment(place):
    earlier = timezone.now()
    Partnership.objects.filter(pk=place.pk).update(name="Later Name")
    later = timezone.now() + timedelta(seconds=1)
    assert row_as_recorded("accounts_partnership", place.pk, later)["name"] == "Later Name"
    first = row_as_recorded("accounts_partnership", place.pk, earlier + timedelta(milliseconds=-1))
    assert first is None or first["name"] == "Quillhaven Partnership"
    assert row_as_recorded("accounts_partnership", place.pk, earlier - timedelta(days=1)) is None


def test_an_untouched_trail_has_no_faults(world):
    seal(at=NOW)
    assert list(faults()) == []


def test_an_entry_changed_behind_the_triggers_breaks_its_seal(place, tmp_path):
    seal(at=NOW, copy_to=tmp_path / "seals")
    leave_tables()
    Entry.objects.filter(table="accounts_partnership").update(actor="Someone else")
    found = list(faults(tmp_path / "seals"))
    assert "an entry was changed, removed or added" in str(found[0])


def test_an_entry_removed_behind_the_triggers_breaks_its_seal(place):
    Partnership.objects.filter(pk=place.pk).update(name="Two")
    seal(at=NOW)
    leave_tables()
    Entry.objects.filter(pk=history_of("accounts_partnership", place.pk).last().pk).delete()
    assert "an entry was changed, removed or added" in str(next(iter(faults())))


def test_a_trail_rewritten_whole_differs_from_the_seals_kept_outside(place, tmp_path):
    seal(at=NOW, copy_to=tmp_path / "seals")
    leave_tables()
    Entry.objects.filter(table="accounts_partnership").update(actor="Someone else")
    Seal.objects.all().delete()
    seal(at=NOW)
    assert "rewritten" in str(next(iter(faults(tmp_path / "seals"))))


def test_changes_made_while_the_triggers_were_off_are_found(world):
    leave_tables()
    Partnership.objects.filter(pk=world.own.pk).update(name="Renamed Quietly")
    added = User.objects.create(email="ghost@sightline.example", name="Ghost")
    gone = Grant.objects.filter(user=world.manager).get()
    number = gone.pk
    gone.delete()
    assert [str(fault) for fault in faults()] == [
        f"accounts_grant, row {number}: the trail knows it and it is gone: it was removed while the trail was off",
        f"accounts_partnership, row {world.own.pk}: name changed while the trail was off",
        f"accounts_user, row {added.pk}: the trail does not know it: it was added while the trail was off",
    ]


def test_switching_the_trail_off_for_a_load_is_itself_in_the_trail(db):
    with without_trail(because="a load for measuring"):
        Partnership.objects.create(slug="load", name="Load", short_name="Load")
    assert (Entry.objects.last().verb, Entry.objects.last().deed) == ("OFF", "a load for measuring")
    assert not Entry.objects.filter(table="accounts_partnership", after__contains='"load"').exists()
    Partnership.objects.filter(slug="load").update(name="Followed again")
    assert _last().verb == "UPDATE"


def test_sealing_twice_seals_each_entry_once(place):
    assert seal(at=NOW) == Entry.objects.count()
    assert seal(at=NOW) == 0
