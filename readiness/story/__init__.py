"""What is said in the meeting, message by message: the same on the wall, in the slides and in the briefing."""
