"""Columns of prose: a page (or a part of it) that is to be read down one side and then down the other."""


def regions_of(pieces, tables):
    return [[*pieces, *tables]]
