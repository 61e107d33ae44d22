"""Pure Python that every floor may use: dates and periods, verdicts, references. No Django, no clock, no input or output."""
