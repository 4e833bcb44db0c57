"""How far a score can be trusted: what it is not, what it leans on, what was tested and what was not."""

from readiness.config.models import Config
from readiness.method.blocks import Section

NOT_A_PREDICTION = (
    "**A readiness score is not a prediction of a grade.** It says what the evidence in these files adds up "
    "to, by rules written down beforehand. Inspectors read children's files, speak to children and families "
    "and watch people work; nothing here does."
)

LIMITS = (
    "- **The themes, what good looks like and the safety lines are a working model, not the inspectorate's words.** "
    "The names and dates of frameworks and of their judgement areas are official. The rest was made from published "
    "reports and knowledge of the field, because the guidance could not be read in full: lay the files of "
    "`config/frameworks/` beside the live guidance, and edit them, before you rely on them.\n"
    "- **The points, weights and half-lives are working assumptions.** They were chosen to be plain and "
    "open to challenge. They were not fitted to inspection results, and another authority may set its "
    "own.\n"
    "- **National scales say where a figure lies among authorities, not whether it is right.** A low rate "
    "of children in care can be good help given early, or children left at risk. Scales of local indicators "
    "rest on a duty in law or a working standard, as each says.\n"
    "- **Published figures come late**, often a year or more after the events, and once a year. Between "
    "them the score only ages.\n"
    "- **Published evidence has no audits and no voices.** A dataset of published evidence alone rests on "
    "indicators, inspection and stated progress: the coverage that it shows is of those strands only.\n"
    "- **Progress on actions is what the authority said itself**, and an indicator is as good as its "
    "recording.\n"
    "- **A judgement on an older, wider area is spread over all of its criteria.** It says less about each "
    "than about the whole.\n"
    "- **Small numbers jump.** In a small authority one family can move a percentage by several points.\n"
    "- **The safety lines know only what they are fed.** A line that is clear says that one figure was "
    "within its limit on one day."
)

TESTED = (
    "**What was tested:** the arithmetic. Every rule has a worked example that the tests score with the "
    "same code as the pages; the parts of a change add up to it; scoring a whole history at once gives what "
    "scoring day by day gives; rows read are rows used plus rows set aside, also for damaged files. And how far "
    "scores from published evidence alone went with the judgements that followed: see *What a score is worth*."
)

NOT_TESTED = (
    "**What was not tested:** whether scores that hold audits, voices and progress on plans go further with "
    "the judgements that follow than published evidence does, which is under *What a score is worth*; how leaders "
    "read these pages and what they decide "
    "because of them; and whether the wording of findings was sorted under the right criterion by anybody "
    "but the people who typed it in."
)


def trust_section(config: Config) -> Section:
    """How far it can be trusted, with what is scored by a national spread and what by a local standard."""
    return Section(
        "trust",
        "How far it can be trusted",
        (NOT_A_PREDICTION, LIMITS, _scored(config), TESTED, NOT_TESTED),
    )


def _scored(config: Config) -> str:
    """How many indicators are scored, and that the others only give context."""
    every = len(config.indicators)
    scored = sum(indicator.scored for indicator in config.indicators.values())
    if not every:
        return "No indicator is configured: `config/indicators.yaml` names none, so no figure is scored."
    if every == 1:
        said = f"The one indicator is {'scored' if scored else 'context'}"
    else:
        context = every - scored
        said = (
            f"Of {every} indicators {scored} {'is' if scored == 1 else 'are'} scored and "
            f"{context} {'is' if context == 1 else 'are'} context"
        )
    return f"{said}; each scored one states where its scale comes from, in `config/indicators.yaml`."
