"""Challenges: one partner challenges another on attendance, data or a decision, or a disagreement is escalated.

Always true: stages and their days are kept as they happened; no word about a child or a case can be entered.
"""
