"""A sentence's number expressions, as intervals with their units and bounds."""
