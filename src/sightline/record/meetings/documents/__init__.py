"""Papers of meetings: the draft of minutes, and what stands on paper. Pure: facts in, words and blocks out."""
