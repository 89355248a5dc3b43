"""Who stands behind what is said, and how many independent origins it has."""
