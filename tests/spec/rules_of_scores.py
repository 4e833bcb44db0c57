"""From evidence to scores: what is missing, what caps a score, how sure it is, an overall judgement."""

from tests.spec.examples import Example
from tests.spec.rules_of_evidence import INSPECTIONS

SCORES = (
    Example(
        "Missing evidence is missing, not nought: six good audits make a good score on a thin coverage, "
        "and a wide range. Practice is 30 of the 70 that the front door expects, and 30 of the 100 that "
        "assessment expects.",
        {
            "audits": """
                audit | date       | criterion | grade | moderated_grade
                a-1   | 2025-03-31 | help      | good  | good
                a-2   | 2025-03-31 | help      | good  | good
                a-3   | 2025-03-31 | help      | good  | good
                a-4   | 2025-03-31 | help      | good  | good
                a-5   | 2025-03-31 | help      | good  | good
                a-6   | 2025-03-31 | help      | good  | good
            """
        },
        """
            as at      | what                | is
            2025-03-31 | front-door coverage | 0.428571429
            2025-03-31 | assessment coverage | 0.3
            2025-03-31 | help coverage       | 0.364285714
            2025-03-31 | help score          | 70
            2025-03-31 | help low            | 25.5
            2025-03-31 | help high           | 89.071428571
            2025-03-31 | help confidence     | low
            2025-03-31 | help grade          | good
        """,
    ),
    Example(
        "Under a quarter of the expected evidence there is no grade, however clear the little that there is.",
        {
            "audits": """
                audit | date       | criterion | grade       | moderated_grade
                a-1   | 2025-03-31 | help      | outstanding | outstanding
            """
        },
        """
            as at      | what            | is
            2025-03-31 | help score      | 90
            2025-03-31 | help confidence | none
            2025-03-31 | help grade      | none
        """,
    ),
    Example(
        "What a dataset cannot hold is not expected of it.",
        {
            "inspections": INSPECTIONS,
            "judgements": """
                inspection | area | grade
                i-1        | help | good
            """,
        },
        """
            as at      | what                         | is
            2024-05-01 | help coverage                | 1
            2024-05-01 | help confidence              | high
            2024-05-01 | front-door practice expected | False
        """,
        strands=("scrutiny",),
    ),
    Example(
        "Where two strands that both hold enough lie more than 20 points apart, the evidence disagrees and "
        "confidence is medium at most.",
        {
            "inspections": INSPECTIONS,
            "judgements": """
                inspection | area | grade
                i-1        | help | good
            """,
            "feedback": """
                feedback | date       | criterion | from     | kind   | positive | responses
                s-1      | 2024-05-01 | help      | children | survey | 49       | 100
                s-2      | 2024-05-01 | help      | children | survey | 49       | 100
                s-3      | 2024-05-01 | help      | children | survey | 49       | 100
            """,
        },
        """
            as at      | what            | is
            2024-05-01 | help coverage   | 1
            2024-05-01 | help score      | 63
            2024-05-01 | help disagrees  | True
            2024-05-01 | help confidence | medium
        """,
        strands=("scrutiny", "voice"),
    ),
)

JUDGED_GOOD = {
    "inspections": INSPECTIONS,
    "judgements": """
        inspection | area | grade
        i-1        | help | outstanding
    """,
}

CAPS = (
    Example(
        "A safety line that is crossed caps its area however old the figure is; a newer figure within the "
        "line clears it; silence after that is not known lately, never clear.",
        {
            **JUDGED_GOOD,
            "observations": """
                indicator   | period_end | value | source
                unallocated | 2024-06-30 | 3     | monthly list
                unallocated | 2024-12-31 | 0     | monthly list
            """,
        },
        """
            as at      | what             | is
            2024-06-29 | line unallocated | never observed
            2024-06-30 | line unallocated | crossed
            2024-06-30 | help uncapped    | 90
            2024-06-30 | help score       | 39.99
            2024-12-30 | line unallocated | crossed
            2024-12-30 | help caps        | red line unallocated: inadequate
            2024-12-31 | line unallocated | clear
            2024-12-31 | help score       | 90
            2025-03-03 | line unallocated | clear
            2025-03-04 | line unallocated | not known lately
        """,
    ),
    Example(
        "Three weak audits of one criterion within 365 days cap the area, however good the rest is.",
        {
            **JUDGED_GOOD,
            "audits": """
                audit | date       | criterion  | grade      | moderated_grade
                a-1   | 2025-01-01 | front-door | inadequate | inadequate
                a-2   | 2025-02-01 | front-door | inadequate | inadequate
                a-3   | 2025-03-01 | front-door | inadequate | inadequate
            """,
        },
        """
            as at      | what          | is
            2025-02-28 | help caps     | none
            2025-03-01 | help caps     | weak practice front-door: requires improvement
            2025-03-01 | help uncapped | 68.571428571
            2025-03-01 | help score    | 59.99
            2025-12-31 | help caps     | weak practice front-door: requires improvement
            2026-01-01 | help caps     | none
        """,
    ),
    Example(
        "After a judgement of inadequate the area is capped there for 365 days, then at requires "
        "improvement, until the next judgement.",
        {
            "inspections": INSPECTIONS,
            "judgements": """
                inspection | area | grade
                i-1        | help | inadequate
                i-2        | help | good
            """,
        },
        """
            as at      | what      | is
            2024-04-30 | help caps | none
            2024-05-01 | help caps | last judgement i-1: inadequate
            2025-04-30 | help caps | last judgement i-1: inadequate
            2025-05-01 | help caps | none
            2025-05-01 | help score | 70
        """,
    ),
    Example(
        "An inadequate judgement that nobody has followed up goes on to cap at requires improvement.",
        {
            "inspections": """
                inspection | framework | kind       | title      | published  | source
                i-1        | now       | inspection | Inspection | 2024-05-01 | report
            """,
            "judgements": """
                inspection | area | grade
                i-1        | help | inadequate
            """,
        },
        """
            as at      | what      | is
            2025-04-30 | help caps | last judgement i-1: inadequate
            2025-05-01 | help caps | last judgement i-1: requires improvement
            2030-01-01 | help caps | last judgement i-1: requires improvement
        """,
    ),
    Example(
        "An area for priority action caps its area until a later report has a finding on the same "
        "criterion or a judgement on the area. A finding elsewhere changes nothing.",
        {
            "inspections": """
                inspection | framework | kind             | title        | published  | source
                v-1        | now       | focused visit    | Visit        | 2024-05-01 | letter
                v-2        | now       | monitoring visit | Second visit | 2024-09-01 | letter
                v-3        | now       | monitoring visit | Third visit  | 2024-12-01 | letter
            """,
            "findings": """
                finding | inspection | criterion  | kind            | summary           | source
                p-1     | v-1        | front-door | priority action | Children waited   | letter
                f-2     | v-2        | assessment | strength        | Plans are clear   | letter
                f-3     | v-3        | front-door | mixed           | Delays are fewer  | letter
            """,
        },
        """
            as at      | what      | is
            2024-05-01 | help caps | priority action p-1: inadequate
            2024-09-01 | help caps | priority action p-1: inadequate
            2024-12-01 | help caps | none
        """,
    ),
)

OVERALL = (
    Example(
        "Where a framework has an overall judgement, the first limit that applies decides it.",
        {
            "inspections": """
                inspection | framework | kind       | title      | published  | source
                i-0        | before    | inspection | Inspection | 2022-05-01 | report
            """,
            "judgements": """
                inspection | area          | grade
                i-0        | help-and-care | inadequate
                i-0        | leadership    | outstanding
            """,
        },
        """
            as at      | what    | is
            2022-05-01 | overall | inadequate
        """,
        framework="before",
    ),
    Example(
        "Else it is the lower median of the areas' grades.",
        {
            "inspections": """
                inspection | framework | kind       | title      | published  | source
                i-0        | before    | inspection | Inspection | 2022-05-01 | report
            """,
            "judgements": """
                inspection | area          | grade
                i-0        | help-and-care | requires improvement
                i-0        | leadership    | outstanding
            """,
        },
        """
            as at      | what    | is
            2022-05-01 | overall | requires improvement
        """,
        framework="before",
    ),
)
