"""Law and guidance: instruments, their editions and states, provisions and the duties they carry.

Lies lowest on its floor: duties hang on roles of any time. Always true: editions are never rewritten, only superseded;
each carries its source, and says when it is unverified.
"""
