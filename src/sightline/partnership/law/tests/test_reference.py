"""The reference data that comes with Sightline, loaded through the room's commands."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sightline.kernel.verdict import Refused
from sightline.partnership.law import commands, queries
from sightline.partnership.law.domain import State
from sightline.partnership.law.models import Duty, Edition, Instrument
from sightline.partnership.law.readers import duty_lines, edition_lines, instrument_lines

TODAY = date(2026, 11, 20)


def test_every_line_says_where_it_comes_from():
    assert all(line.source for line in (*edition_lines(), *duty_lines()))


def test_what_is_general_knowledge_is_not_called_verified():
    assert not [line.label for line in edition_lines() if "general knowledge" in line.source and line.is_verified]


def test_every_edition_belongs_to_an_instrument_and_is_superseded_by_one_that_is_kept():
    slugs = {line.slug for line in instrument_lines()}
    kept = {(line.instrument, line.label) for line in edition_lines()}
    for line in edition_lines():
        assert line.instrument in slugs
        assert line.superseded_by is None or line.superseded_by in kept


@pytest.mark.django_db
class TestLoaded:
    @pytest.fixture(autouse=True)
    def _loaded(self):
        commands.load_reference(by=None)

    def test_loading_again_changes_nothing(self):
        before = [Instrument.objects.count(), Edition.objects.count(), Duty.objects.count()]
        commands.load_reference(by=None)
        assert [Instrument.objects.count(), Edition.objects.count(), Duty.objects.count()] == before

    @pytest.mark.parametrize(
        ("day", "label"),
        [
            (date(2014, 1, 1), "Working Together 2013"),
            (date(2018, 7, 3), "Working Together 2015"),
            (date(2018, 7, 4), "Working Together 2018"),
            (date(2024, 1, 1), "Working Together 2023"),
            (TODAY, "Working Together 2026"),
        ],
    )
    def test_one_edition_of_working_together_is_in_force_each_day(self, day, label):
        assert queries.edition_in_force(queries.instrument_by_slug("working-together"), day).label == label

    def test_the_act_of_2026_is_made_and_not_wholly_in_force(self):
        row = queries.edition_rows(TODAY, queries.instrument_by_slug("childrens-wellbeing-and-schools-act-2026"))[0]
        assert row.state is State.ENACTED

    def test_a_past_day_does_not_know_later_law(self):
        labels = {r.edition.label for r in queries.edition_rows(date(2014, 1, 1))}
        assert "Working Together 2013" in labels
        assert "Working Together 2015" not in labels

    @pytest.mark.parametrize(
        ("text", "day", "by"),
        [
            ("Working Together to Safeguard Children (2018)", TODAY, "Working Together 2023"),
            ("Working Together 2018", date(2022, 1, 1), None),
            ("Working Together to Safeguard Children 2023", TODAY, "Working Together 2026"),
            ("KCSIE 2021", TODAY, "Keeping Children Safe in Education 2026"),
            ("Data Protection Act 1998", TODAY, "UK GDPR and Data Protection Act 2018"),
            ("Children Act 2004", TODAY, None),
            ("Children and Social Work Act 2017", TODAY, None),
            ("the Highways Act 1980", TODAY, None),
        ],
    )
    def test_papers_that_rely_on_superseded_law_are_told_by_what(self, text, day, by):
        found = queries.superseded_since(text, day)
        assert (found.by if found else None) == by

    def test_the_lists_cost_a_constant_number_of_queries(self):
        for question, cost in ((queries.edition_rows, 1), (queries.duty_rows, 1)):
            with CaptureQueriesContext(connection) as asked:
                question(TODAY)
            assert len(asked) == cost
        with CaptureQueriesContext(connection) as asked:
            queries.law_book()
        assert len(asked) <= 3

    def test_an_edition_is_never_rewritten(self):
        instrument = queries.instrument_by_slug("working-together")
        with pytest.raises(Refused, match="never rewritten"):
            commands.record_edition(instrument=instrument, label="Working Together 2018", by=None)

    def test_an_edition_is_not_superseded_before_it_was_in_force(self):
        older, newer = (Edition.objects.get(label=f"Working Together {year}") for year in (2023, 2026))
        with pytest.raises(Refused, match="Choose a later date"):
            commands.supersede_edition(edition=older, superseded_by=newer, on=date(2020, 1, 1), by=None)
