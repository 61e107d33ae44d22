"""What people undertake to do: actions in tables, behind markers, in margins and in sentences, with owner and date."""
