"""Lines of enquiry: what would an inspector ask, and what is our best answer?"""

import streamlit as st

st.title("Lines of enquiry", anchor=False)
