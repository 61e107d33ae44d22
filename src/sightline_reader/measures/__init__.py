"""Measures: what a figure in running text or a table counts, and over which words it rules.

It knows sentences, tables and figures; it does not know documents or candidates.
"""
