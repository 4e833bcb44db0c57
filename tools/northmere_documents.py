"""The documents that Northmere would hand over: most current, some past their review, one item unanswered."""

from tools.northmere_basics import SOURCE, Row

COLUMNS = ("title", "item", "criterion", "owner", "produced", "review_due")

DOCUMENTS = """
Child-level lists 1 to 9|d01||Performance manager|2026-10-12|2026-11-12
Child-level lists 10 and 11|d02|adoption-and-special-guardianship|Performance manager|2026-10-12|2026-11-12
Self-evaluation 2026|d03|self-knowledge|Director of children's services|2026-05-29|2027-05-29
Annual engagement letter 2026|d03|impact-of-leaders|Director of children's services|2026-03-20|2027-03-20
Structure chart|d04|impact-of-leaders|Business manager|2025-09-15|2026-03-15
Monthly performance pack, October 2026|d05|performance-information|Performance manager|2026-11-06|2026-12-06
Scorecard for members|d05|strategic-leadership|Performance manager|2026-09-30|2026-12-31
Quality assurance framework|d06|quality-assurance|Head of quality assurance|2024-09-02|2025-09-02
Audit programme 2026/27|d06|quality-assurance|Head of quality assurance|2026-04-01|2027-03-31
Audit findings, half year to September 2026|d06|quality-assurance|Head of quality assurance|2026-10-16|2027-04-16
Improvement plan|d07|pace-of-improvement|Improvement lead|2026-07-01|2026-10-01
Action plan after the focused visit|d07|pace-of-improvement|Improvement lead|2025-05-30|2026-05-30
Workforce report, September 2026|d08|workforce-stability|Principal social worker|2026-10-09|2027-01-09
Caseload report by team|d08|caseloads|Performance manager|2026-11-06|2026-12-06
Supervision policy|d09|supervision|Principal social worker|2023-11-20|2025-11-20
Supervision compliance report|d09|supervision|Principal social worker|2026-10-09|2027-01-09
Sufficiency strategy 2024 to 2027|d10|stable-homes|Commissioning manager|2024-06-03|2027-06-03
Register of homes used, registered or not|d10|stable-homes|Commissioning manager|2026-06-30|2026-09-30
Children missing education report|d11|children-missing-education|Education access manager|2026-09-25|2027-03-25
Missing and exploitation report|d11|harm-outside-the-home|Service manager, adolescents|2026-08-28|2027-02-28
Private fostering report|d12|specific-groups|Service manager, assessment|2025-06-30|2026-06-30
Homeless 16 and 17-year-olds: joint protocol|d12|specific-groups|Service manager, adolescents|2025-01-13|2027-01-13
Independent reviewing annual report|d13|care-plans-and-reviews|Independent reviewing manager|2026-07-10|2027-07-10
Complaints and compliments annual report|d13|feedback-and-complaints|Complaints manager|2026-06-26|2027-06-26
Advocacy report|d13|participation-and-advocacy|Participation manager|2025-07-11|2026-07-11
Corporate parenting board papers|d14|corporate-parenting|Head of service, children in care|2026-10-08|2027-01-08
Local offer for care leavers|d14|local-offer|Service manager, care leavers|2025-09-01|2027-09-01
Threshold document|d15|front-door|Partnership manager|2024-03-04|2026-03-04
Safeguarding partners' yearly report|d15|partnerships|Partnership manager|2026-09-30|2027-09-30
Practice model handbook||practice-model-and-training|Principal social worker|2024-10-01|2027-10-01
Permanence policy||permanence|Head of service, children in care|2025-12-19|2027-12-19
Recording standards||childrens-records|Principal social worker|2025-06-09|2027-06-09
Neglect strategy||neglect-and-parental-risk|Partnership manager|2023-12-04|2025-12-04
Kinship local offer||kinship-carers|Service manager, fostering|2025-03-31|2027-03-31
Foster carer handbook||foster-carers|Service manager, fostering|2025-02-17|2027-02-17
Virtual school annual report||education-of-children-in-care|Virtual school head|2026-01-16|2027-01-16
Health of children in care annual report||health-of-children-in-care|Designated nurse|2025-08-29|2026-08-29
Equality profile of children known to us||equality|Performance manager|2025-04-30|2026-04-30
Peer review letter on permanence||permanence|Head of service, children in care|2025-12-12|
Pathway plan guidance||pathway-plans|Service manager, care leavers|2025-10-06|2027-10-06
"""
"""title | item of the pre-inspection list | criterion | owner | produced | review due. Nothing answers item d16."""


def documents() -> list[Row]:
    """documents.csv: what an inspection asks for and more, some past its review."""
    cells = [[cell.strip() for cell in line.split("|")] for line in DOCUMENTS.strip().splitlines()]
    return [
        {
            "document": f"DOC-{number:02d}",
            **dict(zip(COLUMNS, row, strict=True)),
            "location": f"Nowhere: there is no such document. {SOURCE}",
        }
        for number, row in enumerate(cells, start=1)
    ]
