"""What every form that writes has in common: who may, asked again as it is saved; what went wrong; what was done."""

from collections.abc import Callable, Mapping

import streamlit as st

from readiness.problems import Code, Problem, UserError
from ui.access import why_not
from ui.parts import plain
from ui.state import View

_DONE = "_written"
BLANK = "this is needed, and nothing is given."


def save(view: View, form: str, write: Callable[[], int], done: str, labels: Mapping[str, str]) -> None:
    """Write a row if this visitor may, and show the page anew with it; else say why not, the form left as it is.

    `form` names the form, which comes back empty; `done` is said at it afterwards, and `labels` are what its fields are
    called, by column.
    """
    refusal = why_not(view)
    if refusal:
        st.error(plain(refusal))
        return
    try:
        write()
    except UserError as error:
        show_faults(error, labels)
        return
    st.session_state[_DONE] = (form, done)
    st.session_state[_count(form)] = filled(form) + 1
    st.rerun()


def show_done(form: str) -> None:
    """That a row has just been written by this form, said once: here, and in the corner of the window."""
    written, done = st.session_state.get(_DONE, ("", ""))
    if written == form:
        del st.session_state[_DONE]
        st.success(plain(done))
        st.toast(plain(done))


def show_faults(error: UserError, labels: Mapping[str, str]) -> None:
    """Why nothing was saved, field by field."""
    faults = "\n".join(f"- {plain(_fault(problem, labels))}" for problem in error.problems)
    st.error(f"Nothing was saved.\n\n{faults}")


def show_may_not(view: View) -> bool:
    """Whether this visitor may not write; then that is said in place of the form."""
    refusal = why_not(view)
    if refusal:
        st.info(plain(refusal))
    return bool(refusal)


def filled(form: str) -> int:
    """How often a form has been saved in this session: part of its fields' keys, so that it comes back empty."""
    return st.session_state.get(_count(form), 0)


def _count(form: str) -> str:
    return f"_filled-{form}"


def _fault(problem: Problem, labels: Mapping[str, str]) -> str:
    label = labels.get(problem.column or "", problem.column or problem.file)
    # A form has fields, not columns: that one is blank needs no more words.
    return f"{label}: {BLANK if problem.code is Code.VALUE_MISSING else problem.message}"
