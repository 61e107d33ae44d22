"""Questions about the directory. A day is always given; ends are half-open."""

from .organisations import (
    OrganisationFacts,
    OrganisationRow,
    names_of,
    organisation_facts,
    organisation_rows,
    organisations_of,
    shared_organisations,
    statutory_partners,
)
from .people import (
    PersonFacts,
    PersonRow,
    PostHeld,
    RoleNeeded,
    holders_of_roles,
    people_of,
    people_visible_to,
    person_facts,
    person_rows,
    posts_of,
)
from .places import AreaRow, area_rows, areas_in, wholes_of
from .resolving import candidates_for_organisation, candidates_for_person, candidates_for_post, name_book
from .running import running_on

__all__ = [
    "AreaRow",
    "OrganisationFacts",
    "OrganisationRow",
    "PersonFacts",
    "PersonRow",
    "PostHeld",
    "RoleNeeded",
    "area_rows",
    "areas_in",
    "candidates_for_organisation",
    "candidates_for_person",
    "candidates_for_post",
    "holders_of_roles",
    "name_book",
    "names_of",
    "organisation_facts",
    "organisation_rows",
    "organisations_of",
    "people_of",
    "people_visible_to",
    "person_facts",
    "person_rows",
    "posts_of",
    "running_on",
    "shared_organisations",
    "statutory_partners",
    "wholes_of",
]
