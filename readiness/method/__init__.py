"""The method in plain words: its numbers come from the configuration, its example from the real code."""
