"""Reviews: serious incidents and their clocks, rapid reviews, practice reviews, their findings and themes.

Always true: an incident is a reference and dates, never a child; clocks run in working days of England; what a review
recommends is kept by the recommendations room, in its exact words.
"""
