"""Where rooms above put their links and facts on the page of a recommendation (decision 0013)."""

from sightline.foundation.accounts.presenters.added import Added

ON_RECOMMENDATIONS = Added()
