"""The trail: every change to every table, whatever path made it, with actor and moment, chained so that tampering shows.

Owns the entries and the database triggers that write them. Knows no other room: an actor is a number and a name.
Always true: entries are never changed or removed; a change without an actor says so.
"""
