"""Governance: what a partnership is made of, its boards, reporting lines, terms of reference, seats, memberships, responsibilities.

Always true: a seat is not its member; everything is dated so that the structure can be drawn as at any day.
"""
