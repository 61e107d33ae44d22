"""Verbs of the trail: who acts, the triggers that write it, the seals over it."""

from .acting import acting, deed, kept
from .following import follow_tables, leave_tables, without_trail
from .sealing import seal

__all__ = ["acting", "deed", "follow_tables", "kept", "leave_tables", "seal", "without_trail"]
