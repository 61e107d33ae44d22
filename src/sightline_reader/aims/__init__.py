"""Aims: where priorities, aims and themes stand in a paper.

It knows passages and tables; it does not know documents or candidates.
"""
