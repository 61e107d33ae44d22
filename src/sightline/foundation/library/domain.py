"""Words of the library."""

from enum import StrEnum


class Visibility(StrEnum):
    PARTNERSHIP = "partnership"
    RESTRICTED = "restricted"
    SHARED = "shared"


VISIBILITY_LABELS = {
    Visibility.PARTNERSHIP: "Everyone in the partnership",
    Visibility.RESTRICTED: "Only roles that read restricted papers",
    Visibility.SHARED: "The partnership and its region",
}
