"""Pages of reminders: the business manager's, and those that open by a link from an e-mail."""

from .answering import answer, own, wishes
from .keeping import add_contact, contacts, remove_contact, rhythm
from .links import answers, links, revoke, take_up
from .sending import digest_page, nobody, one, sent, try_again, who_gets_what

__all__ = [
    "add_contact",
    "answer",
    "answers",
    "contacts",
    "digest_page",
    "links",
    "nobody",
    "one",
    "own",
    "remove_contact",
    "revoke",
    "rhythm",
    "sent",
    "take_up",
    "try_again",
    "who_gets_what",
    "wishes",
]
