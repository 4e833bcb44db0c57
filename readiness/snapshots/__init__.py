"""As presented on: what a meeting or a pack was made from, kept as plain files, and what has changed since."""
