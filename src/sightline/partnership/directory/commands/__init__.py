"""Verbs of the directory. Ends are half-open: `on` is the first day on which the thing is no longer so."""

from .areas import place_area_in, record_area, take_area_out
from .organisations import (
    correct_organisation,
    end_organisation,
    end_service_area,
    end_standing,
    name_also,
    record_identifier,
    record_organisation,
    record_service_area,
    record_succession,
    rename_organisation,
    state_standing,
)
from .people import (
    appoint,
    correct_holding,
    correct_person,
    correct_post,
    create_post,
    end_post,
    link_account,
    record_person,
    rename_person,
)

__all__ = [
    "appoint",
    "correct_holding",
    "correct_organisation",
    "correct_person",
    "correct_post",
    "create_post",
    "end_organisation",
    "end_post",
    "end_service_area",
    "end_standing",
    "link_account",
    "name_also",
    "place_area_in",
    "record_area",
    "record_identifier",
    "record_organisation",
    "record_person",
    "record_service_area",
    "record_succession",
    "rename_organisation",
    "rename_person",
    "state_standing",
    "take_area_out",
]
