"""Names that mean one person, organisation or place; `linking/aliases.py` is the door."""
