"""Meeting: what do we show and decide today?"""

import streamlit as st

st.title("Meeting", anchor=False)
