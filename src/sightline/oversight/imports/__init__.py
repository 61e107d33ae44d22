"""Imports: registers brought in from a spreadsheet, with a dry run first and a sheet that says what to mend.

Calls the commands of every register. Always true: nothing enters the record before a person has seen the dry run; an
import is wholly done or not at all; what the record has already is left alone.
"""
