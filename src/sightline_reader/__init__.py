"""Reads governance documents: bytes → pages with words and boxes → blocks → candidates.

Pure Python beside the floors: knows no Django, no database, no network and no file outside the one it is given.
It proposes; it never decides and never writes. Every candidate carries the words it came from.
"""

VERSION = "1"
"""Version of what the reader finds. Raise it when the same bytes may give other candidates."""
