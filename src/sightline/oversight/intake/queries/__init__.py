"""What is asked of the tray."""

from .papers import Standing, paper_of, papers_of, standings
from .proposals import decided_meeting, proposal_of, proposals_of

__all__ = ["Standing", "decided_meeting", "paper_of", "papers_of", "proposal_of", "proposals_of", "standings"]
