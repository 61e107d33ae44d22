"""Floor 1, the ground: pages' components (design), the trail of changes, accounts and roles, the library of documents."""
