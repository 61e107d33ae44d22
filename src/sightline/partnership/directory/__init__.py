"""The directory: areas with dated geographies, organisations, people, posts and who held them when.

Everyone refers to it; it refers to law and below. Always true: a person is not a post; a body that serves many areas
is held once; work contact details only; names and links carry dates.
"""
