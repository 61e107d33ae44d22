"""Reviews: serious incidents and their clocks, rapid reviews, practice reviews, their findings and themes.

Always true: an incident is a reference and dates, never a child; clocks run in working days of England; what a review
recommends is kept by the recommendations room, in its exact words. Who reads the record reads published reviews; the
others, and those taken back, need READ_INCIDENTS, in lists, search and themes alike. A region sees published reviews of
those who share them, and of the others nothing, not even a count.
"""
