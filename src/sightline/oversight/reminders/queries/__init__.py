"""Questions of reminders: what is due from whom, digests and links, answers that wait."""

from .answers import answer_in, answers_of, waiting_answers
from .digests import digest_in, digests_to_send, items_of, rhythm_of, rhythms_sending_on, sections_of, sent_today
from .gathering import Gathered, Recipient, gather
from .links import is_still_asked, link_by_secret, link_in, links_of, usable, wish_by_secret, wish_of
from .owners import Owners, contacts_of, owners_in
from .sources import due_things

__all__ = [
    "Gathered",
    "Owners",
    "Recipient",
    "answer_in",
    "answers_of",
    "contacts_of",
    "digest_in",
    "digests_to_send",
    "due_things",
    "gather",
    "is_still_asked",
    "items_of",
    "link_by_secret",
    "link_in",
    "links_of",
    "owners_in",
    "rhythm_of",
    "rhythms_sending_on",
    "sections_of",
    "sent_today",
    "usable",
    "waiting_answers",
    "wish_by_secret",
    "wish_of",
]
