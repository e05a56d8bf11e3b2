"""Organisers' accounts: signing up with a one-time link, signing in and out."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from sqlalchemy.exc import IntegrityError
from werkzeug.wrappers import Response

from brouwerij import clock
from brouwerij.extensions import db
from brouwerij.i18n import gettext
from brouwerij.store import accounts
from brouwerij.store.gate import write
from brouwerij.store.models import Organiser
from brouwerij.web import limits, signed_in

blueprint = Blueprint("accounts", __name__)

SHORTEST_PASSWORD = 10
LONGEST_PASSWORD = 200
LONGEST_EMAIL = 254

Page = str | Response | tuple[str, int]


@blueprint.route("/aanmelden/<token>", methods=["GET", "POST"])
def sign_up(token: str) -> Page:
    if accounts.open_invitation(db.session(), token) is None:
        return _used()
    if request.method == "GET":
        return _sign_up_form(token, {})
    email = accounts.tidy_email(request.form.get("email", ""))
    password = request.form.get("password", "")
    wrong = _check(email, password)
    if wrong:
        return _sign_up_form(token, wrong), 422
    hashed = accounts.hash_password(password)
    try:
        made = write(lambda s: accounts.sign_up(s, token, email, hashed, clock.now()))
    except IntegrityError:
        taken = gettext("Met dit adres lukt het niet. Heb je al een account, log dan in.")
        return _sign_up_form(token, {"email": taken}), 422
    if made is None:
        return _used()
    signed_in.sign_in(made.id)
    return redirect(url_for("organiser.workshops"), 303)


def _used() -> Page:
    """The link was used. When that was by this very form, sent twice, its account signs in."""
    found = _known_as(*_given()) if request.method == "POST" else None
    if found is None:
        return render_template("accounts/used.html"), 404
    signed_in.sign_in(found.id)
    return redirect(url_for("organiser.workshops"), 303)


def _sign_up_form(token: str, wrong: dict[str, str]) -> str:
    return render_template(
        "accounts/sign_up.html", token=token, wrong=wrong, values=request.form,
        shortest=SHORTEST_PASSWORD,
    )  # fmt: skip


def _check(email: str, password: str) -> dict[str, str]:
    """What is wrong with an address and a password, by field."""
    wrong: dict[str, str] = {}
    name, _, domain = email.rpartition("@")
    if not name or "." not in domain or len(email) > LONGEST_EMAIL or len(email.split()) != 1:
        wrong["email"] = gettext("Vul een e-mailadres in, zoals naam@voorbeeld.nl.")
    if len(password) < SHORTEST_PASSWORD:
        wrong["password"] = gettext(
            "Neem een wachtwoord van minstens %(num)s tekens. Een zin mag ook.",
            num=SHORTEST_PASSWORD,
        )
    elif len(password) > LONGEST_PASSWORD:
        wrong["password"] = gettext("Neem een wachtwoord van hoogstens %(num)s tekens.",
                                    num=LONGEST_PASSWORD)  # fmt: skip
    return wrong


@blueprint.route("/inloggen", methods=["GET", "POST"])
def sign_in() -> Page:
    """Sign in. A wrong password and an unknown address get the same answer, as slowly."""
    back = signed_in.safe_return(request.values.get("naar"))
    if request.method == "GET":
        if signed_in.organiser() is not None:
            return redirect(back or url_for("organiser.workshops"))
        return render_template("accounts/sign_in.html", wrong=False, values={}, back=back)
    found = _known_as(*_given())
    if found is None:
        shown = render_template("accounts/sign_in.html", wrong=True, values=request.form, back=back)
        return shown, 422
    signed_in.sign_in(found.id)
    return redirect(back or url_for("organiser.workshops"), 303)


def _given() -> tuple[str, str]:
    """The address and the password that were filled in, of what length is still of use."""
    email = accounts.tidy_email(request.form.get("email", ""))[:LONGEST_EMAIL]
    return email, request.form.get("password", "")[: LONGEST_PASSWORD + 1]


def _known_as(email: str, password: str) -> Organiser | None:
    """Whose address and password these are; guessing is slowed down."""
    limits.allow(limits.SIGN_IN)
    limits.allow(limits.ACCOUNT, email)
    found = accounts.sign_in(db.session(), email, password)
    if found is None:
        limits.failed(limits.SIGN_IN)
        limits.failed(limits.ACCOUNT, email)
    return found


@blueprint.post("/uitloggen")
def sign_out() -> Response:
    signed_in.sign_out()
    return redirect(url_for("home.start"), 303)
