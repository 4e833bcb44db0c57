"""What if: what would lift us most?"""

import streamlit as st

st.title("What if", anchor=False)
