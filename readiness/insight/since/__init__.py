"""What has changed between two days, in plain sentences."""
