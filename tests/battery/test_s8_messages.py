"""S8: a message that goes out is accepted by the public package, and by nobody once anything of it was changed.

The controls are two receivers as they are often written: one signs the body alone, so what was once overheard can be
sent again for ever, and one looks only whether there is a signature.
"""

import base64
import hashlib
import hmac
import json
import random
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from standardwebhooks import Webhook, WebhookVerificationError

from answerable.egress.signing import new_secret, signed_headers
from answerable.kernel import clock
from answerable.listening.sources.kinds.webhook.signature import TOLERANCE_S, is_signed
from answerable.office.notices import jobs
from answerable.office.notices.models import Parcel
from tests.answerable.office.notices.makers import KEY, make_webhook, tell
from tests.answerable.office.notices.receiver import Receiver
from tests.answerable.office.people.makers import make_member

AT = datetime(2026, 5, 21, 9, 0, tzinfo=UTC)
MESSAGES = 300


def messages():
    """Bodies of all lengths, in both languages, each with its id, its secret and its headers."""
    chance = random.Random(20_261_123)
    for number in range(MESSAGES):
        words = "".join(chance.choices('水停了 Water is off。\n"\\', k=chance.randint(1, 400)))
        body = json.dumps({"number": number, "words": words}, ensure_ascii=False).encode()
        secret = new_secret(chance.randbytes(chance.randint(24, 64)))
        yield body, secret, signed_headers(body, [secret], message_id=f"notice_{number}", at=AT)


def accepts(secret, body, headers, at=AT):
    """What the public package and our own receiver say; they must agree."""
    with time_machine.travel(at, tick=False):
        try:
            Webhook(secret).verify(body, headers)
            theirs = True
        except (WebhookVerificationError, ValueError):
            theirs = False
    assert is_signed(body, headers, [secret], at) is theirs
    return theirs


def one_byte_off(body, chance):
    """The body with one of its bytes changed."""
    spot = chance.randrange(len(body))
    return body[:spot] + bytes([body[spot] ^ (1 << chance.randrange(8))]) + body[spot + 1 :]


def changed(body, headers, chance):
    """Every way in which a message is changed on its way, one at a time: (body, headers)."""
    yield one_byte_off(body, chance), headers
    yield body, {**headers, "webhook-id": headers["webhook-id"] + "x"}
    yield body, {**headers, "webhook-timestamp": str(int(headers["webhook-timestamp"]) + 1)}
    signature = headers["webhook-signature"]
    other = "B" if signature[3] == "A" else "A"
    yield body, {**headers, "webhook-signature": f"v1,{other}{signature[4:]}"}


def wrongly_taken(accept):
    """How many changed messages a receiver takes."""
    chance = random.Random(1)
    return sum(
        accept(secret, *one) for body, secret, headers in messages() for one in changed(body, headers, chance)
    )


def test_what_goes_out_is_accepted_and_nothing_that_was_changed(tally):
    assert all(accepts(secret, body, headers) for body, secret, headers in messages())
    wrong = wrongly_taken(accepts)
    assert wrong == 0
    tally(cases=5 * MESSAGES, faults=4 * MESSAGES, lost=wrong)


def test_the_secret_of_another_opens_nothing(tally):
    secrets = [secret for _body, secret, _headers in messages()]
    taken = sum(
        accepts(secrets[number - 1], body, headers) for number, (body, _own, headers) in enumerate(messages())
    )
    assert taken == 0
    tally(cases=MESSAGES, faults=MESSAGES, lost=taken)


@pytest.mark.parametrize("seconds", [-86_400, -TOLERANCE_S - 1, TOLERANCE_S + 1, 86_400])
def test_what_was_overheard_is_not_accepted_later_nor_before_its_time(seconds, tally):
    late = AT + timedelta(seconds=seconds)
    accepted = sum(accepts(secret, body, headers, late) for body, secret, headers in messages())
    assert accepted == 0
    tally(cases=MESSAGES, faults=MESSAGES, lost=accepted)


@pytest.mark.parametrize("seconds", [-TOLERANCE_S + 1, TOLERANCE_S - 1])
def test_a_clock_that_is_a_little_off_costs_no_message(seconds, tally):
    late = AT + timedelta(seconds=seconds)
    assert all(accepts(secret, body, headers, late) for body, secret, headers in messages())
    tally(cases=MESSAGES)


def signed_alone(secret, body):
    """A signature of the body, with no id and no time in it."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    return base64.b64encode(hmac.new(key, body, hashlib.sha256).digest()).decode()


def test_the_control_that_signs_the_body_alone_takes_other_ids_and_other_times(tally):
    """So what was once overheard can be sent again for ever, as something new."""
    known = {body: signed_alone(secret, body) for body, secret, _headers in messages()}
    taken = wrongly_taken(lambda secret, body, _headers: known.get(body) == signed_alone(secret, body))
    assert taken >= 2 * MESSAGES
    tally(cases=4 * MESSAGES, faults=4 * MESSAGES, control=True)


@pytest.mark.parametrize("answers", [[(500, {})], [(429, {"Retry-After": "1"}), (503, {})], [(302, {})] * 3])
@pytest.mark.django_db(transaction=True)
def test_a_message_that_is_sent_again_has_its_id_again_and_is_accepted(answers, tally):
    ada = make_member("Ada")
    with Receiver(answers) as receiver:
        make_webhook(ada, receiver.url)
        tell(ada.person)
        for _round in range(len(answers) + 1):
            jobs.send_due.call()
            Parcel.objects.exclude(next_try_at=None).update(next_try_at=clock.now(), claimed_until=None)
        assert len(receiver.calls) == len(answers) + 1
        assert len(set(receiver.ids)) == 1
        for headers, body in receiver.calls:
            Webhook(KEY).verify(body.decode(), headers)
    tally(cases=len(answers) + 1, faults=len(answers))
