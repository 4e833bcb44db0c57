"""Running the app without a browser, for the tests of its logic."""

from pathlib import Path

from streamlit import config
from streamlit.testing.v1 import AppTest

ROUTER = Path(__file__).resolve().parents[2] / "ui" / "router.py"


def opened(**parameters: str) -> AppTest:
    """The dashboard as a link with these parameters opens it, at its first page."""
    config.set_option("client.showErrorDetails", "full")
    app = AppTest.from_file(str(ROUTER), default_timeout=60)
    for name, value in parameters.items():
        app.query_params[name] = value
    return app.run()


def words(app: AppTest) -> str:
    """All text that the page shows as Markdown, in order."""
    return "\n".join(element.value for element in app.markdown)
