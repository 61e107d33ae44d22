"""Accounts: the partnerships that own data, the people who sign in, and the roles they hold, with dates.

Owns partnerships as tenants, users, grants of roles, invitations and what a partnership shares with its region.
May know the trail. Always true: a role is a row with a start; ending it keeps the row; nobody sees a partnership without one.
"""
