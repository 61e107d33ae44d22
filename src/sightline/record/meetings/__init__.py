"""Meetings: planned and held, agendas, attendance, minutes, decisions, and the actions each raised or carried.

Always true: attendance unknown is never absence; approved minutes never change, a new version says why.
"""
