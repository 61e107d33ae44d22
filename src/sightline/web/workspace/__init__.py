"""The workspace: home, search, the region, and pages that show several rooms together."""
