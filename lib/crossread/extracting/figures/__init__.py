"""Numbers in their context: what is counted, and what happened to it."""
