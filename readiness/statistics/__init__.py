"""Published statistical methods: numbers in, numbers out. Imports nothing of ours; each method names its source."""
