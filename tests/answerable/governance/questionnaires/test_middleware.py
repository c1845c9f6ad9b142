"""What lies below the slip's address never reaches sessions and sign-in."""

from django.http import HttpResponse
from django.test import RequestFactory

from answerable.governance.questionnaires.middleware import SlipMiddleware


def test_other_addresses_go_on_and_slips_do_not():
    passed = []

    def on(request):
        passed.append(request.path)
        return HttpResponse("on")

    led = SlipMiddleware(on)
    factory = RequestFactory()
    assert led(factory.get("/govern/questionnaires/", HTTP_HOST="localhost")).content == b"on"
    answer = led(factory.get("/govern/questionnaires/answer/", HTTP_HOST="localhost"))
    assert answer.status_code == 302
    assert passed == ["/govern/questionnaires/"]
