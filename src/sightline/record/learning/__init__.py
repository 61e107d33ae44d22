"""Learning: briefings made from what reviews found, who received and passed them on, practice examples, and voice.

Lies above the other registers, as learning is made from what they found (decision 0014). Always true: receipt is an
agency's own word; a practice example says how well it is evidenced; voice is kept without anyone's name.
"""
