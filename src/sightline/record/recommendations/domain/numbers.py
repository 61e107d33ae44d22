"""Numbers of recommendations in the order in which people count: 2 before 10, 4a after 4."""

import re

WIDTH = 8  # digits to which each number is filled; no report has so many recommendations
LAST = "~"  # sorts after every digit and letter


def natural_order(number: str) -> str:
    """A text that sorts as the number is counted. What has no number comes last."""
    parts = re.findall(r"\d+|[^\W\d_]+", number.casefold())
    return " ".join(part.zfill(WIDTH) if part.isdecimal() else part for part in parts) or LAST
