"""Floor 2, who and why: law, the directory of bodies and people, governance."""
