"""What an inspector would likely ask, and the best answer there is."""
