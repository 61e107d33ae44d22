"""How seats and chairs are said on the pages of governance."""

from sightline.partnership.governance.domain import CAPACITY_LABELS, Capacity


def seats_vacant(vacant: int, seats: int) -> str:
    if not seats:
        return "No seats recorded"
    if not vacant:
        return f"All {seats} seats filled" if seats > 1 else "Its one seat is filled"
    return f"{vacant} of {seats} seats vacant" if seats > 1 else "Its one seat is vacant"


def chaired_by(chairs: tuple[tuple[int, str], ...]) -> str:
    return ", ".join(dict.fromkeys(name for _, name in chairs))


def capacity(value: Capacity) -> str:
    return CAPACITY_LABELS[value]
