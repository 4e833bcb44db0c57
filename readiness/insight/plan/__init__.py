"""Is what we promised done, on time, and did it work?"""
