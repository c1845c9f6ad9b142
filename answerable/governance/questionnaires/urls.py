"""Addresses of the room. What lies below answer/ is public and led around sign-in by the room's middleware."""

from django.urls import path, register_converter

from answerable.governance.questionnaires.views import deeds, looking, slips, writing


class Tongue:
    """The two languages of the public pages, as they stand in an address."""

    regex = "zh|en"

    def to_python(self, value: str) -> str:
        """Take it as it stands."""
        return value

    def to_url(self, value: str) -> str:
        """Write it as it stands."""
        return value


register_converter(Tongue, "slip_tongue")
app_name = "questionnaires"
urlpatterns = [
    path("", looking.listing, name="list"),
    path("bank/", looking.bank, name="bank"),
    path("add/", writing.add, name="add"),
    path("answer/", slips.begin, name="answer"),
    path("answer/<slip_tongue:tongue>/", slips.answer, name="answer-in"),
    path("<int:questionnaire>/", looking.one, name="one"),
    path("<int:questionnaire>/edit/", writing.edit, name="edit"),
    path("<int:questionnaire>/record/", looking.results_record, name="record"),
    path("<int:questionnaire>/open/", deeds.open_draft, name="open"),
    path("<int:questionnaire>/slips/", deeds.make_slips, name="slips"),
    path("<int:questionnaire>/close/", deeds.close, name="close"),
    path("<int:questionnaire>/cancel/", deeds.cancel, name="cancel"),
    path("<int:questionnaire>/evidence/", deeds.hand_in, name="evidence"),
    path("remarks/<str:remark>/withhold/", deeds.withhold, name="withhold"),
]
