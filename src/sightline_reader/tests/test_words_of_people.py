"""Names, posts and organisations told apart. People and places are invented."""

import pytest

from sightline_reader.people.names import name_at, person_at
from sightline_reader.people.posts import role_from
from sightline_reader.people.said import is_initials


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Professor Sir Ivor MossOpen Data", "Ivor Moss"),
        ("Det Supt Al Birch (AB)", "Al Birch"),
        ("T/DCI Ann Reed", "Ann Reed"),
        ("Cllr Mrs M Fell, Cllr", "M Fell"),
        ("Clare O’Dell, Chair", "Clare O’Dell"),
        ("Natalie Fell-Moss (NFM)", "Natalie Fell-Moss"),
        ("Trudy McLEAN, Chair", "Trudy McLEAN"),
        ("Councillor Hargreave", "Hargreave"),
        ("Maureen Garland Simms, Chair", "Maureen Garland Simms"),
        ("Jo van der Berg, Chair", "Jo van der Berg"),
    ],
)
def test_names_are_read_without_titles_and_honours(text, person):
    assert name_at(text).person == person


@pytest.mark.parametrize(
    "text",
    ["Community Safety", "Chief Executive", "Head of Police", "Transparency Team", "Public Health", "Matters Arising"],
)
def test_words_of_posts_and_bodies_are_no_names(text):
    assert name_at(text) is None


def test_initials_before_a_name_are_passed_over():
    assert person_at("KS Kit Stone (Acme)").start == 3


@pytest.mark.parametrize(
    ("said", "person", "fits"),
    [
        ("KS", "Kit Stone", True),
        ("AHop", "Alison Hopper", True),
        ("NLE", "Nerys Lorne-Ellis", True),
        ("KS", "Kit Moss", False),
        ("CCG", "Ida Moss", False),
    ],
)
def test_initials_fit_the_name_that_they_stand_for(said, person, fits):
    assert is_initials(said, person) is fits


@pytest.mark.parametrize(
    ("parts", "post", "organisation"),
    [
        (["Service Director", "Commissioning", "Dale County Council"], "Service Director, Commissioning", "Dale County Council"),
        (["Chief Executive Dale Youth Justice Agency"], "Chief Executive", "Dale Youth Justice Agency"),
        (["SCC Observer"], "Observer", "SCC"),
        (["Chair of OpenWick"], "Chair", "OpenWick"),
        (["Parish Council representative"], "Parish Council representative", None),
        (["Dale Council", "Community Safety", "Place"], None, "Dale Council, Community Safety, Place"),
        (["Director of Children's Services"], "Director of Children's Services", None),
        (["Head of Housing", "Strategy Team", "Wick Trust"], "Head of Housing, Strategy Team", "Wick Trust"),
    ],
)  # fmt: skip
def test_posts_and_organisations_are_told_apart(parts, post, organisation):
    role = role_from(parts)
    assert (role.post, role.organisation) == (post, organisation)
