"""Where rooms above put their links and facts on the page of an action (decision 0013)."""

from sightline.foundation.accounts.presenters.added import Added

ON_ACTIONS = Added()
