"""Is it changing, and will it reach the target?"""
