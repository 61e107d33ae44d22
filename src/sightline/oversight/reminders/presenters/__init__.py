"""Pages of reminders, shaped as they are shown."""

from .answering import answer_page, said_page
from .keeping import contacts_table, tabs
from .links import answers_table, links_table
from .sending import day_to_show, digest_page, nobody_table, one_page, sent_table, who_page

__all__ = [
    "answer_page",
    "answers_table",
    "contacts_table",
    "day_to_show",
    "digest_page",
    "links_table",
    "nobody_table",
    "one_page",
    "said_page",
    "sent_table",
    "tabs",
    "who_page",
]
