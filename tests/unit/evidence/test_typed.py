"""What may be typed: nothing that tells who somebody is, and every ordinary sentence of the field."""

import pytest

from readiness.evidence.tables import TABLES
from readiness.evidence.typed import INVISIBLE, one_line, typed_problems

ORDINARY = """\
16 and 17-year-olds wait too long for a place
Section 47 enquiries closed in 15 working days
Section 20 accommodation reviewed every month by the head of service
2025/26 target of 45 working days agreed
Q3 2025/26 to be compared with Q3 2024/25
45 working days is the standard; 38 is our median
15/20 cases audited were good
Family Safeguarding C will pilot the new form
The meeting of 12 March 2025 agreed this; next on 09/04/2025
Children born in 2014 and 2015 had no review
Babies born at 24 weeks are followed up by health
Babies born on a weekend are seen on Monday
Case audit 12/2025 found drift in 6 cases
Case 3 of the audit sample is to be escalated
Child protection plans of more than 18 months reviewed
Child 12-month reviews are late in the Children in Care B team
Child in need plans: 1234 open, 1180 with a visit in 20 days
Contacts rose from 10,000 to 12,500; referrals fell to 2,340
Re-referrals within 12 months fell from 24.6% to 19.1%
Working Together 2023, chapter 3, paragraph 120
Regulation 44 visits are reported within 5 days
Form A1 and form B2 to be merged
A4 leaflet for children; M25 placements out of area
The 2026-27 budget holds 1,250,000 for placements
Ofsted ILACS 2023 paragraph 45 bullet 3
PLO pre-proceedings: 26 weeks for 80% of cases
CLA reviews in time: 96% (412 of 429)
SSDA903 return checked by 31/05/2026
CIN census 2025 submitted on 31 July 2025
Annex A lists 1 to 11 to be run every Monday at 9.30
LAC health assessments within 20 working days 88%
Phone line open 0800 to 1800 on weekdays
EHC plans: 20 weeks for 60% by March 2026
NEET 16-17: 3.2% against 5.1% in England
UASC transfers under the National Transfer Scheme: 14 since April
Return home interviews in 72 hours: 83%
MASH: decisions in 24 hours, 1 working day at most
Strategy meetings with health present: 61% to 92%
Caseloads of 14 to 16 for social workers, 10 to 12 for newly qualified
NQSW (ASYE) cohort of 2025 starts on 01/09/2025
Agency staff from 24% to 17.5% by 2026-03-31
Supervision every 4 weeks, recorded in 5 days
Dip sample of 30 files at stage 2
Case numbers per worker down to 15
Case load 18 at most, child count 1250 in total
Child poverty 2024/25 is 21.4%
Pupil premium plus 2,630 a year
Persons aged 18-25 with a pathway plan: 94%
Client survey 2025: 84 of 120 said they were heard
Improvement board 04/2026 minute 7.2
Committee CS12 and panel EF4 meet monthly
Room B12 3rd floor, then C4 2nd floor
KS2 1st term; KS4 2nd year
EH1 4th quarter pilot
Care leavers aged 19-21 in touch: 93%
Keep 10 more foster carers by Q4, then 20 by 2027-28
Children's homes: 4 of 5 good or better
Decision: accept 12 weeks rather than 10 until 30 June 2026
Duty line answers within 60 seconds 95% of the time
Team B1 and team B2 join on 1 April
Threshold document v2.1 replaces v2.0
IRO caseload 65 (handbook says 50 to 70)
Standard 3.4 of the Social Care Common Inspection Framework
Born and raised in care: the 2025 campaign
Date of birth missing on 14 records in the return
DOB not recorded for 12% of contacts
NHS number missing on 210 of 2,140 records
The NHS number is filled on 2024/25 records
UPN missing in 145 records
ULN and UPN match rate: 98.2%
Mosaic 2024 upgrade goes live on 12/05/2025
LCS 2025 release is tested by 30 May
Case recording: 1200 records of 2025
Client 2023 survey repeated in 2025
Child 2030 strategy refreshed
Email the team, reply in 2 days
Contact the service by phone or e-mail
Ask @ the next board, 14:30 on 5 May 2026
Up 12% - from 45 to 57 - since 01.04.2025
Reports due 2025-04-01, 2025-07-01 and 2025-10-01
Costs of 012 per week
Budget code review: 012345 to 012400 closed
Ref 2025/26-Q3-14 in the plan
Action ACT-261 and signal SIG-12 belong together
Audit AUD-0120 to be moderated again
Complaint C-2025-14 upheld in part
Inspection of 13 to 24 October 2025 found drift
Children 0-4, 5-9 and 10-17
0 to 25 service opens in 2027
Sufficiency: 024 per 10,000 is a typing mistake
Family hubs: 7 open, 3 more by 31/12/2026
Kinship: 112 of 420 children (26.7%)
Court: 38 weeks on average in 2024, 33 in 2025
Missing episodes: 0 unseen after 72 hours
SDQ score returned for 81%
Private fostering: 3 arrangements notified
Early help: step down within 10 working days
Case supervision 2024-25: monthly in 91%
Every child 10 years and over is asked
Children placed 20+ miles away: 18%
""".splitlines()
TELLING = """\
Child born 12/03/2014 moved
Girl (born 12 March 2014)
DOB 12.3.14
d.o.b. 2014-03-12
DoB=12/03/14
Date of birth is 12 March 2014
Date-of-birth: 12th March 2014
born on the 12th of March 2014
Born March 12, 2014
NHS number 943 476 5919
NHS 9434765919
NHS no 943-476-5919
9434765919 is on the list
Lives at RG1 2AA
lives at rg1 2aa
lives at SW1A1AA
Lives at SW1A 1aa
Call 07700 900123
Call 07700900123
Call 07700 900 123
call +44 7700 900123
call 0044 7700 900123
call 020 7946 0000
Call (0118) 496 0123
call 0118 4960 123
call 01632 960 001
call 0118-496-0123
call 0118.496.0123
Ask jo.bloggs@example.org
Case number 448123
Case no: 448123
Case ref A448123
case #448123
Case 4481234
child ID 448123
Child-448123
person 448123
Mosaic ID 1234567
Mosaic ID is 1234567
LCS id: 448123
UPN A123456789012
UPN: A823432132001
Client 0044812
P-number 448123
pupil number 448123
his number is 07700 900123
Young person's case ID 77123
Postcode RG12AA of the home
Postcode: Rg1 2aa
NI number AB 12 34 56 C
About AB123456C
Case ４４８１２３４ in wide digits
Call 0118‑496‑0123
NHS 943 476 5919
""".splitlines()


def messages(text: str) -> list[str]:
    return [problem.message for problem in typed_problems(TABLES["events"], {"label": text})]


def test_a_hundred_ordinary_sentences_of_the_field_are_taken() -> None:
    assert {text: messages(text) for text in ORDINARY if messages(text)} == {}
    assert len(ORDINARY) >= 100


@pytest.mark.parametrize("text", TELLING)
def test_what_tells_who_somebody_is_is_refused(text: str) -> None:
    assert [message[:15] for message in messages(text)] == ["This looks like"]


def test_ten_digits_are_refused_only_where_they_are_an_nhs_number() -> None:
    assert messages("See 9434765919")
    assert not messages("See 9434765918")
    assert not messages("Spent 9434765919.50 or 1,9434765919")


@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u00ad", "\u2060", "\u200f", "\U000e0041"])
def test_a_sign_without_a_width_is_refused_in_a_row_and_left_out_of_what_a_form_sends(sign: str) -> None:
    assert messages(f"Case 4{sign}481234") == [INVISIBLE]
    assert one_line(f" Weekly{sign} review {sign}") == "Weekly review"


def test_signs_that_join_letters_stay_and_hide_no_number() -> None:
    assert messages("\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645") == []
    assert messages("Case 4\u200c481234") != []


def test_signs_that_turn_the_writing_reach_the_check_and_are_refused() -> None:
    assert messages(one_line("turned \u202e round")) == [INVISIBLE]
