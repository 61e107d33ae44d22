"""Sightline: the record of child-safeguarding partnership arrangements, and the line of sight over them."""
