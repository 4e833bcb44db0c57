"""What a row of each table is worth, from when and until when."""

from tests.spec.examples import Example

PERFORMANCE = (
    Example(
        "Between two values of a scale the points run in a straight line, and beyond it they stay flat. "
        "The scale here is 40, 30, 20, 10, 0.",
        {
            "observations": """
                indicator        | period_end | value | source
                late-assessments | 2025-01-31 | 25    | monthly list
                late-assessments | 2025-02-28 | 55    | monthly list
            """
        },
        """
            as at      | what                         | is
            2025-01-31 | assessment performance score | 50
            2025-02-28 | assessment performance score | 0
        """,
    ),
    Example(
        "The latest period holds, from the day it was published; a later revision of it takes its place, "
        "and one of an older period does not.",
        {
            "observations": """
                indicator        | period_end | value | published  | source
                late-assessments | 2025-01-31 | 25    | 2025-02-10 | monthly list
                late-assessments | 2025-02-28 | 20    | 2025-03-15 | monthly list
                late-assessments | 2025-01-31 | 40    | 2025-04-01 | revised list
                late-assessments | 2025-02-28 | 10    | 2025-05-01 | revised list
            """
        },
        """
            as at      | what                         | is
            2025-02-09 | assessment performance score | none
            2025-02-10 | assessment performance score | 50
            2025-03-14 | assessment performance score | 50
            2025-03-15 | assessment performance score | 60
            2025-04-01 | assessment performance score | 60
            2025-05-01 | assessment performance score | 80
        """,
    ),
    Example(
        "A monthly figure counts in full for 62 days, then halves every 92.",
        {
            "observations": """
                indicator        | period_end | value | source
                late-assessments | 2025-01-31 | 20    | monthly list
            """
        },
        """
            as at      | what                            | is
            2025-04-03 | assessment performance coverage | 1
            2025-07-04 | assessment performance coverage | 0.5
            2025-07-04 | assessment performance score    | 60
        """,
    ),
    Example(
        "A doubtful figure has half its weight. A disputed one, a team's, and one with no figure are never "
        "scored.",
        {
            "observations": """
                indicator        | period_end | value | team   | reliability | source
                late-assessments | 2025-01-31 | 20    |        | doubtful    | monthly list
                late-assessments | 2025-02-28 | 0     |        | disputed    | monthly list
                late-assessments | 2025-02-28 | 40    | team 1 |             | monthly list
                late-assessments | 2025-03-31 | ..    |        |             | monthly list
            """
        },
        """
            as at      | what                            | is
            2025-03-31 | assessment performance score    | 60
            2025-03-31 | assessment performance coverage | 0.5
        """,
    ),
)

PRACTICE = (
    Example(
        "A moderated grade takes the place of the auditor's and counts in full; an audit that nobody "
        "moderated counts half.",
        {
            "audits": """
                audit | date       | criterion  | grade                | moderated_grade
                a-1   | 2025-03-31 | front-door | outstanding          | good
                a-2   | 2025-03-31 | front-door | requires improvement |
            """
        },
        """
            as at      | what                         | is
            2025-03-31 | front-door practice score    | 63.333333333
            2025-03-31 | front-door practice coverage | 0.25
        """,
    ),
    Example(
        "An audit counts in full for 92 days, then halves every 183; six in full are enough.",
        {
            "audits": """
                audit | date       | criterion  | grade | moderated_grade
                a-1   | 2025-01-01 | front-door | good  | good
            """
        },
        """
            as at      | what                         | is
            2024-12-31 | front-door practice coverage | 0
            2025-04-03 | front-door practice coverage | 0.166666667
            2025-10-03 | front-door practice coverage | 0.083333333
        """,
    ),
    Example(
        "A row that names a judgement area stands for each of its criteria.",
        {
            "audits": """
                audit | date       | criterion | grade | moderated_grade
                a-1   | 2025-03-31 | help      | good  | good
            """
        },
        """
            as at      | what                      | is
            2025-03-31 | front-door practice score | 70
            2025-03-31 | assessment practice score | 70
            2025-03-31 | caseloads practice score  | none
        """,
    ),
)

INSPECTIONS = """
    inspection | framework | kind          | title             | published  | source
    i-1        | now       | inspection    | Inspection        | 2024-05-01 | report
    v-1        | now       | focused visit | Visit             | 2024-11-01 | letter
    i-2        | now       | inspection    | Second inspection | 2025-05-01 | report
"""

SCRUTINY = (
    Example(
        "A judgement weighs 2 on every criterion of its area, until a later judgement falls on that area. "
        "A judgement on another area ends nothing.",
        {
            "inspections": INSPECTIONS,
            "judgements": """
                inspection | area    | grade
                i-1        | help    | good
                i-1        | leaders | outstanding
                i-2        | help    | requires improvement to be good
            """,
        },
        """
            as at      | what                         | is
            2024-04-30 | front-door scrutiny score    | none
            2024-05-01 | front-door scrutiny score    | 70
            2024-05-01 | assessment scrutiny coverage | 1
            2025-05-01 | front-door scrutiny score    | 50
            2025-05-01 | front-door scrutiny items    | 1
            2025-05-01 | caseloads scrutiny score     | 90
        """,
    ),
    Example(
        "A finding weighs 1 on its criterion, and ends when a later judgement falls on the area that holds "
        "it.",
        {
            "inspections": INSPECTIONS,
            "judgements": """
                inspection | area | grade
                i-2        | help | good
            """,
            "findings": """
                finding | inspection | criterion  | kind                 | summary             | source
                f-1     | v-1        | front-door | strength             | Decisions are sound | letter
                f-2     | v-1        | front-door | area for improvement | Some are slow       | letter
            """,
        },
        """
            as at      | what                         | is
            2024-11-01 | front-door scrutiny score    | 55
            2024-11-01 | front-door scrutiny coverage | 1
            2025-05-01 | front-door scrutiny score    | 70
            2025-05-01 | front-door scrutiny items    | 1
        """,
    ),
    Example(
        "A judgement under an older framework counts for the area that continues it.",
        {
            "inspections": """
                inspection | framework | kind       | title          | published  | source
                i-0        | before    | inspection | Old inspection | 2023-05-01 | report
            """,
            "judgements": """
                inspection | area          | grade
                i-0        | help-and-care | good
                i-0        | leadership    | outstanding
            """,
        },
        """
            as at      | what                      | is
            2024-01-01 | assessment scrutiny score | 70
            2024-01-01 | caseloads scrutiny score  | none
        """,
    ),
    Example(
        "History is shown and never scored: an inspection without a configured framework, a grade that no "
        "longer exists, a judgement of overall effectiveness.",
        {
            "inspections": """
                inspection | framework | kind       | title             | published  | source
                old        |           | inspection | Fostering service | 2012-05-01 | report
                i-0        | before    | inspection | Old inspection    | 2014-05-01 | report
            """,
            "judgements": """
                inspection | area          | grade
                old        | help-and-care | good
                i-0        | help-and-care | adequate
                i-0        | overall       | good
            """,
        },
        """
            as at      | what                      | is
            2014-05-01 | front-door scrutiny items | 0
        """,
    ),
)

VOICE = (
    Example(
        "Where answers were counted, the share that was positive; where not, the tone. Three are enough. "
        "Complaints are never scored.",
        {
            "feedback": """
                feedback | date       | criterion  | from     | kind        | positive | responses | sentiment
                s-1      | 2025-03-31 | front-door | children | survey      | 30       | 40        |
                g-1      | 2025-03-31 | front-door | partners | focus group |          |           | negative
                c-1      | 2025-03-31 | front-door | children | complaint   |          |           | negative
            """
        },
        """
            as at      | what                      | is
            2025-03-31 | front-door voice score    | 50
            2025-03-31 | front-door voice coverage | 0.666666667
            2025-03-31 | front-door voice items    | 2
        """,
    ),
    Example(
        "An indicator of voice feeds voice, and makes no criterion expect performance.",
        {
            "observations": """
                indicator | period_end | value | source
                heard     | 2025-03-31 | 70    | survey
            """
        },
        """
            as at      | what                            | is
            2025-03-31 | front-door voice score          | 70
            2025-03-31 | front-door voice coverage       | 0.333333333
            2025-03-31 | front-door performance expected | False
        """,
    ),
)

IMPROVEMENT = (
    Example(
        "An action is no evidence until its first update. From its due date on it is overdue, whatever its "
        "last update says, until it is closed.",
        {
            "actions": """
                action | title         | criterion  | source | created    | due
                hub    | One front door | front-door | review | 2024-10-01 | 2025-03-01
            """,
            "action_updates": """
                action | date       | status
                hub    | 2024-12-01 | on track
                hub    | 2025-03-20 | at risk
                hub    | 2025-04-01 | completed
            """,
        },
        """
            as at      | what                         | is
            2024-11-30 | front-door improvement score | none
            2024-12-01 | front-door improvement score | 60
            2025-02-28 | front-door improvement score | 60
            2025-03-01 | front-door improvement score | 15
            2025-03-20 | front-door improvement score | 15
            2025-04-01 | front-door improvement score | 70
        """,
    ),
    Example(
        "What is overdue does not fade.",
        {
            "actions": """
                action | title          | criterion  | source | created    | due
                hub    | One front door | front-door | review | 2019-01-01 | 2020-01-01
            """
        },
        """
            as at      | what                            | is
            2019-12-31 | front-door improvement items    | 0
            2025-01-01 | front-door improvement score    | 15
            2025-01-01 | front-door improvement coverage | 0.5
        """,
    ),
    Example(
        "A stopped action is no evidence; an update after a closed status opens it again.",
        {
            "actions": """
                action | title          | criterion  | source | created    | due
                hub    | One front door | front-door | review | 2024-01-01 | 2024-06-01
            """,
            "action_updates": """
                action | date       | status
                hub    | 2024-02-01 | on track
                hub    | 2024-03-01 | stopped
                hub    | 2024-09-01 | on track
            """,
        },
        """
            as at      | what                         | is
            2024-02-01 | front-door improvement score | 60
            2024-03-01 | front-door improvement items | 0
            2024-06-01 | front-door improvement items | 0
            2024-09-01 | front-door improvement score | 15
        """,
    ),
)
