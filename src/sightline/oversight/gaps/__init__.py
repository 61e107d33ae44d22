"""Gaps: rules over the record and the findings they make. Reads every register, writes only its own findings."""
