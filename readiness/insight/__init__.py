"""What to say about scores: sentences and small facts, made once and used by every page, export and test."""
