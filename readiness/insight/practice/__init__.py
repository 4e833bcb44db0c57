"""What audits say, and whether our own grading can be trusted."""
