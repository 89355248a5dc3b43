"""What is not as it was in an earlier run; `linking/changes.py` is the door."""
