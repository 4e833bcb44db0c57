"""Evidence: the CSV files of a dataset folder, read into typed tables with every problem found."""
