"""What sentences tell of the event that their figures speak of: its cause, day and place, how far a figure reaches."""
