"""A person's word on a proposal, and what the registers then do. One handler for each kind of find."""

from .deciding import accept, accept_all, correct, refuse, refuse_all, state_meeting, take_back

__all__ = ["accept", "accept_all", "correct", "refuse", "refuse_all", "state_meeting", "take_back"]
