"""Papers for the public: the answers site's account, and the annual on disclosure with its fixed tables."""

from datetime import timedelta

import pytest

from answerable.reports.kinds import KINDS
from answerable.reports.kinds.composing import body_of, compose
from answerable.reports.kinds.parts.disclosure import REQUESTS
from answerable.reports.layouts.document import Heading, Table
from answerable.reports.rules.periods import Span
from answerable.response.answers.models import Answer
from answerable.response.answers_site import actions as readers
from answerable.response.letters import actions as letters
from answerable.response.letters.rules.states import Judgement
from tests.answerable.office.people.makers import NOON
from tests.answerable.office.review.makers import make_office
from tests.answerable.reports.kinds.makers import MARCH, figures_of, gaps_of, make_period, part_of, words_of
from tests.answerable.response.answers.makers import LATER, make_published
from tests.answerable.response.letters import makers as post

pytestmark = pytest.mark.django_db
AT = NOON + timedelta(days=5)


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def test_the_site_s_account_says_what_was_answered_and_that_readers_chose_themselves():
    office = make_office()
    slug = make_published(office)
    readers.judge(slug, helped=True, open_question="", by=readers.READER, at=LATER)
    readers.judge(slug, helped=False, open_question="And Tuesday?", by=readers.READER, at=LATER)
    gathered = KINDS["transparency"].gather(make_period(Span.YEAR, MARCH), at=AT)
    assert figures_of(part_of(gathered, "answers"))["Answers published"] == (1, 1)
    verdicts = part_of(gathered, "verdicts")
    assert figures_of(verdicts)["Found it helped"] == (1, 2)
    assert figures_of(verdicts)["Left a question open"] == (1, 2)
    assert "this is no share of all readers" in words_of(verdicts)
    assert "And Tuesday?" not in f"{verdicts}"  # what readers wrote stays in the office
    assert gaps_of(part_of(gathered, "changes")) == ["Nothing was corrected, updated or withdrawn."]


def test_an_answer_of_next_year_is_not_in_this_year_s_account():
    make_published(make_office())
    Answer.objects.update(published_at=NOON + timedelta(days=365))
    gathered = KINDS["transparency"].gather(make_period(Span.YEAR, MARCH), at=NOON + timedelta(days=400))
    assert gaps_of(part_of(gathered, "answers")) == ["No answer was published."]


def test_letters_give_counts_and_hold_back_shares_of_too_few():
    office = post.make_office()
    post.make_letter()
    done = post.answered(office)
    letters.judge(done, Judgement.ANSWERED, by=letters.ASKER, at=NOON + timedelta(days=2))
    part = part_of(KINDS["transparency"].gather(make_period(Span.YEAR, MARCH), at=AT), "letters")
    figures = figures_of(part)
    assert (figures["Letters received"], figures["Answered"], figures["Still owed"]) == (
        (2, 2),
        (1, 2),
        (1, 2),
    )
    assert "Share answered: 1 of 2; under 10 no share is given." in gaps_of(part)
    assert not any("per cent" in name for name in figures)


def test_the_annual_has_its_six_parts_and_the_tables_of_the_form_in_their_order():
    period = make_period(Span.YEAR, MARCH)
    body = body_of(compose(KINDS["disclosure"].gather(period, at=AT), period, "zh-hans"))
    assert [block.text for block in body if isinstance(block, Heading)] == [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ]
    tables = [block for block in body if isinstance(block, Table)]
    assert tables[0].columns == ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")
    requests = next(table for table in tables if len(table.columns) == 8)
    assert requests.columns[1:] == (
        "自然人",
        "商业企业",
        "科研机构",
        "社会公益组织",
        "法律服务机构",
        "其他",
        "总计",
    )
    assert [row[0] for row in requests.rows] == [one.zh for one in REQUESTS]
    assert tables[-1].columns == ("类别", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计")


def test_no_cell_of_the_annual_is_filled_by_the_machine_and_each_table_says_so():
    period = make_period(Span.YEAR, MARCH)
    gathered = KINDS["disclosure"].gather(period, at=AT)
    tables = [block for block in body_of(compose(gathered, period, "en")) if isinstance(block, Table)]
    assert all(cell is None for table in tables for row in table.rows for cell in row[1:])
    for key in ("published", "requests", "contests"):
        assert "does not read" in gaps_of(part_of(gathered, key))[0]


def test_the_annual_counts_questions_of_the_press_that_the_house_knows():
    office = post.make_office()
    for _number in range(2):
        post.make_inquiry(office)
    overview = part_of(KINDS["disclosure"].gather(make_period(Span.YEAR, MARCH), at=AT), "overview")
    assert figures_of(overview)["Questions of the press"] == (2, 2)
    assert figures_of(overview)["Of these answered"] == (0, 2)
