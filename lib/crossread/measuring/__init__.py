"""Tables to tables: how often, by whom, in which words, and how far from the others."""
