"""Since we last met: what has changed since the last meeting, and why?"""

import streamlit as st

st.title("Since we last met", anchor=False)
