"""The demonstration world: invented people in real public structures, made only through the rooms' commands."""
