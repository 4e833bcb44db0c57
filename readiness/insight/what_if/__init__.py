"""What would lift us, what a change would do, at what pace we move, and what hangs on the weights."""
