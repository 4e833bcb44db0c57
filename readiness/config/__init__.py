"""The YAML files that say everything about an inspection regime, read into checked, frozen models."""
