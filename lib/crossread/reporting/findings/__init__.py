"""What the accounts of each event say, in sentences."""
