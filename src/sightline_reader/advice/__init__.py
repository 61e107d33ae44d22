"""Advice: where recommendations stand in a paper and to whom they are given.

It knows passages and tables; it does not know documents or candidates.
"""
