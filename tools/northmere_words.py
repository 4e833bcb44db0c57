"""The themes of the framework in Northmere's words: area, phrase and the indicator that would show a change."""

from dataclasses import dataclass

HELP, IN_CARE, LEAVING, LEADERS = (
    "help-and-protection",
    "children-in-care",
    "care-leavers",
    "impact-of-leaders",
)
AREAS = (LEADERS, HELP, IN_CARE, LEAVING)


@dataclass(frozen=True)
class Theme:
    """One criterion: its id, its area, what it is about in a phrase, and an indicator (blank: none)."""

    criterion: str
    area: str
    about: str
    indicator: str = ""


def _themes(area: str, rows: str) -> tuple[Theme, ...]:
    cells = [[cell.strip() for cell in row.split("|")] for row in rows.strip().splitlines()]
    return tuple(Theme(criterion, area, about, indicator) for criterion, about, indicator in cells)


THEMES = (
    *_themes(
        HELP,
        """
        early-help | step up and step down with early help |
        front-door | decisions at the front door | contacts-decided-in-one-day
        immediate-risk | handover from the night team |
        strategy-discussions | strategy discussions | conferences-15-days
        assessment | assessments | assessments-45-days
        plans-and-reviews | child in need plans | children-in-need-with-current-plan
        child-protection-conferences | child protection conferences | conferences-15-days
        seeing-children | visits to children on plans | child-protection-visits-on-time
        neglect-and-parental-risk | work with long-term neglect | second-plans
        harm-outside-the-home | return home interviews | return-interviews-72-hours
        family-network-and-pre-proceedings | family group decision making |
        disabled-children-and-young-carers | plans of disabled children | child-in-need-visits-on-time
        specific-groups | the joint protocol for homeless 16 and 17-year-olds |
        children-missing-education | the register of children missing education |
        """,
    ),
    *_themes(
        IN_CARE,
        """
        right-children-right-time | decisions that children come into care |
        kinship-carers | assessments of kinship carers |
        permanence | the permanence tracker | long-term-stability
        care-plans-and-reviews | care plans and reviews |
        visits-and-life-story | life story work | care-visits-on-time
        stable-homes | matching and support for homes | three-or-more-placements
        health-of-children-in-care | health assessments | health-assessments
        education-of-children-in-care | personal education plans | personal-education-plans
        safety-in-care | safety plans of children who go missing | return-interviews-72-hours
        participation-and-advocacy | the offer of advocacy | advocacy-take-up
        foster-carers | supervision of foster carers |
        adoption-and-special-guardianship | support after adoption |
        identity-and-unaccompanied-children | identity in care plans |
        returning-home | plans for going home |
        """,
    ),
    *_themes(
        LEAVING,
        """
        personal-advisers | keeping in touch with care leavers | care-leavers-not-in-touch
        preparation-for-adulthood | preparation for adulthood before 18 |
        pathway-plans | pathway plans | pathway-plans-in-date
        care-leavers-homes | homes for care leavers | care-leavers-suitable-homes-19-21
        care-leavers-education-and-work | apprenticeships and work for care leavers | care-leavers-eet-19-21
        care-leavers-health | health histories |
        local-offer | the local offer |
        care-leavers-safety | risk plans of care leavers |
        care-leavers-particular-groups | support for young parents |
        lasting-relationships | lifelong links |
        care-leavers-influence | the care leavers' forum | you-said-we-did-closed
        leaving-care-oversight | oversight of leaving-care work |
        """,
    ),
    *_themes(
        LEADERS,
        """
        strategic-leadership | the improvement board's oversight | recommendations-on-track
        self-knowledge | the self-evaluation | audits-graded-above-moderation
        performance-information | the monthly performance pack |
        quality-assurance | audit and moderation | audits-good-or-better
        supervision | reflective supervision | supervision-on-time
        workforce-stability | recruitment and retention | vacancy-rate
        caseloads | caseloads in the safeguarding teams | average-caseload
        practice-model-and-training | the practice model |
        childrens-records | recording and chronologies |
        corporate-parenting | the corporate parenting board |
        partnerships | the safeguarding partnership's challenge |
        pace-of-improvement | the improvement plan | recommendations-on-track
        feedback-and-complaints | learning from complaints | complaints-answered-on-time
        equality | what we know of who fares worse |
        """,
    ),
)

OWNERS = {
    HELP: (
        "Head of service, help and protection",
        "Service manager, assessment",
        "Service manager, safeguarding",
    ),
    IN_CARE: ("Head of service, children in care", "Virtual school head", "Service manager, fostering"),
    LEAVING: ("Service manager, care leavers", "Team manager, care leavers"),
    LEADERS: ("Director of children's services", "Principal social worker", "Head of quality assurance"),
}


def themes_of(area: str) -> tuple[Theme, ...]:
    """The criteria of one area, in their order."""
    return tuple(theme for theme in THEMES if theme.area == area)
