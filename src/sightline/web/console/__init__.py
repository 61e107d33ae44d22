"""The console: commands for the people who run an installation (serve, work, back up, restore, verify the trail)."""
