"""As presented on: what a meeting or a pack saw, kept as plain files and opened again exactly."""
