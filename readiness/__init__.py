"""The core of the inspection-readiness dashboard: files in, evidence items, scores, facts, charts.

It imports no Streamlit; `workspace.open_workspace` is the one door in.
"""
