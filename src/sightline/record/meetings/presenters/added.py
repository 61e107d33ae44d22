"""Where rooms above put their links on the page of a meeting and on each of its decisions (decision 0013)."""

from sightline.foundation.accounts.presenters.added import Added

ON_MEETINGS = Added()
ON_DECISIONS = Added()
