"""Actions: what someone undertook to do, by when, and how it went. An action does not know where it was raised.

Always true: owned by a post or an agency where one is known, so that it outlives people; words as written are kept; done
is what a second word says: another person's, a board's, or a paper's.
"""
