"""Scripts that make what the project keeps: published figures, scales, documentation."""
