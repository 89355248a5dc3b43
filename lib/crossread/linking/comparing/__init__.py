"""Comparable claims: what makes them so, and what they come to; `linking/compare.py` is the door."""
