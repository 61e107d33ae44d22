"""The library: documents, their versions, pages, passages, and the citations that tie a record to its words.

May know accounts and trail; uses no word of the domain. Always true: a stored file's bytes never change; a passage
points at characters of one version; what is retired stays readable to those who could read it.
"""
