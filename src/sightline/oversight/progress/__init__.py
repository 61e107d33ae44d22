"""Progress: the chain from a priority to objectives, actions and evidence and back, and the six-monthly reviews of it.

Reads every register, writes only its reviews. Always true: what has no evidence of impact says so before anyone asks.
"""
