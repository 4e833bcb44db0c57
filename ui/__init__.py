"""Everything that needs Streamlit and is not a page."""
