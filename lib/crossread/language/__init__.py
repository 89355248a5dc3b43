"""Text to sentences and tokens."""
