"""Where rooms above put their links on each finding of a review and on the page of a theme (decision 0013)."""

from sightline.foundation.accounts.presenters.added import Added

ON_FINDINGS = Added()
ON_THEMES = Added()
