"""Self-evaluation: how well do we know ourselves, and who has challenged it?"""

import streamlit as st

st.title("Self-evaluation", anchor=False)
