"""What the score has been worth against judgements given: files made by `tools/score_worth.py`, and their facts."""
