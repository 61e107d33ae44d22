"""What `sightline demo` builds, in order. Each may be run again and changes nothing the second time."""

from .adolescent_board import build_adolescent_board
from .attendance import build_city_and_hackney_attendance
from .boroughs import build_boroughs
from .city_and_hackney import build_city_and_hackney
from .kingston_and_richmond import build_kingston_and_richmond
from .partnerships import build_partnerships
from .reference import build_reference
from .year import build_kingston_and_richmond_year

__all__ = [
    "build_adolescent_board",
    "build_boroughs",
    "build_city_and_hackney",
    "build_city_and_hackney_attendance",
    "build_kingston_and_richmond",
    "build_kingston_and_richmond_year",
    "build_partnerships",
    "build_reference",
]
