"""In a real browser: a passkey is added and opens the house without a password, under the content security policy."""

import os

import pytest
from django.urls import reverse
from playwright.sync_api import expect, sync_playwright

from tests.answerable.office.people.makers import make_account

KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page():
    """A page of Debian's Chromium, kept from calling out by itself, with a passkey in its machine."""
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
    quiet += ["--disable-background-networking", "--disable-component-update"]
    chromium = os.environ.get("ANSWERABLE_CHROMIUM") or "/usr/bin/chromium"
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=quiet)
        page = browser.new_context(locale="en-GB").new_page()
        keys = page.context.new_cdp_session(page)
        keys.send("WebAuthn.enable")
        keys.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
        yield page
        browser.close()


@pytest.mark.journey
@pytest.mark.one_database
@pytest.mark.django_db(transaction=True)
def test_a_passkey_is_added_and_opens_the_house(page, settings, live_server):
    settings.ALLOWED_HOSTS = ["localhost"]
    faults = []
    page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    house = live_server.url.replace("127.0.0.1", "localhost")  # browsers give no passkeys to bare addresses
    make_account("ada")
    page.goto(house + reverse("account_login"))
    page.get_by_label("Name to sign in with, or e-mail").fill("ada")
    page.get_by_label("Password").fill("correct horse battery")
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(house + "/")
    page.goto(house + reverse("mfa_add_webauthn"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Confirm Access")
    page.get_by_label("Password").fill("correct horse battery")
    page.get_by_role("button", name="Confirm").click()
    page.get_by_label("Passwordless").check()
    page.get_by_role("button", name="Add").click()
    page.wait_for_url("**/recovery-codes/**")
    page.goto(house + reverse("people:mine"))
    page.context.clear_cookies()
    page.goto(house + reverse("account_login"))
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(house + "/")
    page.goto(house + reverse("people:mine"))
    expect(page.get_by_role("heading", level=1)).to_have_text("ada")
    assert faults == []
