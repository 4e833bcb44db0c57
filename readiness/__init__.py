"""The core of the inspection-readiness dashboard: files in, evidence items, scores, facts, charts.

It imports no Streamlit; `workspace.open_workspace` is the one door in.
"""

VERSION = "0.1.0"
"""Which software this is, as a snapshot records it. Raised with each release."""
