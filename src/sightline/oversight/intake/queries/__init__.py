"""What is asked of the tray."""

from .likeness import Near, nearest_version
from .papers import Standing, next_paper, paper_of, papers_of, standings
from .proposals import decided_meeting, next_pending, proposal_of, proposals_of, words_on

__all__ = [
    "Near",
    "Standing",
    "decided_meeting",
    "nearest_version",
    "next_paper",
    "next_pending",
    "paper_of",
    "papers_of",
    "proposal_of",
    "proposals_of",
    "standings",
    "words_on",
]
