"""What children, families, staff and partners tell us, and who has not been heard."""
