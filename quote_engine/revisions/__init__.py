"""What a change of rates or of the day does to a price."""
