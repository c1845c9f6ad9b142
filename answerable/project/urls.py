"""Addresses: one line a room."""

from django.contrib import admin
from django.urls import include, path

from answerable.office.operations import views as system
from answerable.project.api.urls import calls

urlpatterns = [
    path("", include("answerable.home.urls")),
    path("healthz", system.healthz, name="healthz"),
    path("metrics", system.metrics, name="metrics"),
    path("admin/", admin.site.urls),
    path("accounts/", include("allauth.urls")),
    path("listen/", include("answerable.listening.sources.urls")),
    path("listen/", include("answerable.listening.stories.urls")),
    path("listen/", include("answerable.listening.signals.urls")),
    path("respond/letters/", include("answerable.response.letters.urls")),
    path("letters/", include("answerable.response.letters.urls.public")),
    path("respond/cases/", include("answerable.response.cases.urls")),
    path("respond/answers/", include("answerable.response.answers.urls")),
    path("respond/readers/", include("answerable.response.answers_site.urls.office")),
    path("answers/", include("answerable.response.answers_site.urls")),
    path("respond/channels/", include("answerable.response.channels.urls")),
    path("respond/health/", include("answerable.response.channel_health.urls")),
    path("respond/foresight/", include("answerable.response.foresight.urls")),
    path("govern/plan/", include("answerable.governance.plan.urls")),
    path("govern/duties/", include("answerable.governance.duties.urls")),
    path("govern/training/", include("answerable.governance.training.urls")),
    path("govern/questionnaires/", include("answerable.governance.questionnaires.urls")),
    path("govern/inspections/", include("answerable.governance.inspections.urls")),
    path("govern/accountability/", include("answerable.governance.accountability.urls")),
    path("papers/", include("answerable.reports.urls")),
    path("system/", include("answerable.office.operations.urls")),
    path("clocks/", include("answerable.office.clocks.urls")),
    path("rota/", include("answerable.office.rota.urls")),
    path("reviews/", include("answerable.office.review.urls")),
    path("people/", include("answerable.office.people.urls")),
    path("notices/", include("answerable.office.notices.urls")),
    path("api/", include("answerable.project.api.urls")),
    path("api/", calls),
    path("i18n/", include("django.conf.urls.i18n")),
]
