"""The app that `streamlit run app.py` serves: the router in `ui/`, behind our security headers."""

import streamlit as st

from ui.server import MIDDLEWARE

app = st.App("ui/router.py", middleware=MIDDLEWARE)
