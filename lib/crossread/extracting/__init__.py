"""Articles to what they say: figures, names, and who said it."""
