"""Is any child unsafe, unseen or unallocated today, and how do we know?"""
