"""What is said of a chart beside the finding of its message."""

from readiness.charts.figure import Chart
from readiness.story.message import Message


def own_finding(message: Message, chart: Chart) -> str:
    """What the chart found, where the message's title does not say it."""
    found = chart.file_title.rstrip(".")
    return "" if found.startswith(message.title.rstrip(".")) else found
