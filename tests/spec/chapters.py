"""Every example under the heading that the documentation shows it."""

from tests.spec.examples import Example
from tests.spec.rules_of_evidence import IMPROVEMENT, PERFORMANCE, PRACTICE, SCRUTINY, VOICE
from tests.spec.rules_of_scores import CAPS, OVERALL, SCORES

CHAPTERS: dict[str, tuple[Example, ...]] = {
    "Indicators": PERFORMANCE,
    "Audits": PRACTICE,
    "Inspection": SCRUTINY,
    "Voice": VOICE,
    "Actions": IMPROVEMENT,
    "Scores, coverage and confidence": SCORES,
    "Caps": CAPS,
    "Overall effectiveness": OVERALL,
}
