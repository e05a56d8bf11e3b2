"""A browser without a screen: it opens pages, fills in their forms as they stand and sends them.

It sends what a form holds and nothing else, the hidden fields too, so a page that forgets its
token or names a field otherwise fails here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

VOID = frozenset(("input", "meta", "link", "br", "hr", "img", "path", "circle"))


@dataclass
class Form:
    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    offered: dict[str, list[str]] = field(default_factory=dict)
    """Per radio group or select: its values."""
    ticks: dict[str, str] = field(default_factory=dict)
    """Per checkbox the value it sends when it is ticked."""
    buttons: list[tuple[str, str, str]] = field(default_factory=list)
    """Name, value and words of each button."""

    @property
    def names(self) -> set[str]:
        return {*self.fields, *self.offered, *self.ticks}


class Page(HTMLParser):
    """What came back: its forms, links, words, what is wrong by field and where the focus is."""

    def __init__(self, response: TestResponse, path: str) -> None:
        super().__init__(convert_charrefs=True)
        self.status = response.status_code
        self.headers = response.headers
        self.path = path
        self.html = response.text if response.mimetype == "text/html" else ""
        self.forms: list[Form] = []
        self.links: dict[str, str] = {}
        self.by_id: dict[str, str] = {}
        self.attributes: dict[str, dict[str, str]] = {}
        self.focus: str | None = None
        self.language = ""
        self._words: list[str] = []
        self._open: list[tuple[str, dict[str, str], int]] = []
        self._select: str | None = None
        self.feed(self.html)

    @property
    def words(self) -> str:
        return " ".join(" ".join(self._words).split())

    @property
    def wrong(self) -> dict[str, str]:
        """What is said to be wrong, by field."""
        end = "-error"
        return {id.removesuffix(end): t for id, t in self.by_id.items() if id.endswith(end)}

    def form(self, action: str = "") -> Form:
        """The form in the page that goes somewhere; to the page itself by default."""
        here = self.path.partition("?")[0]
        found = [f for f in self.forms if f.action == action or (not action and f.action == here)]
        assert found, f"{self.path} has no form to {action or here}: {self.words[:300]}"
        return found[0]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        it = {name: value or "" for name, value in attrs}
        if "id" in it:
            assert it["id"] not in self.attributes, f"two of {it['id']}"
            self.attributes[it["id"]] = it
        if "autofocus" in it:
            assert self.focus is None, "two things ask for the focus"
            self.focus = it.get("id") or it.get("name") or tag
        if tag == "html":
            self.language = it["lang"]
        elif tag == "form":
            action = it.get("action") or self.path.partition("?")[0]
            self.forms.append(Form(action, it.get("method", "get")))
        elif tag == "input":
            self._input(it)
        elif tag == "select":
            self._select = it["name"]
            self.forms[-1].offered[it["name"]] = []
        elif tag == "option" and self._select:
            self._option(self.forms[-1], self._select, it)
        if tag not in VOID:
            self._open.append((tag, it, len(self._words)))

    def _input(self, it: dict[str, str]) -> None:
        name, value = it.get("name"), it.get("value", "on" if "checked" in it else "")
        if name is None:
            return
        form, type = self.forms[-1], it.get("type")
        if type == "radio":
            form.offered.setdefault(name, []).append(value)
        if type == "checkbox":
            form.ticks[name] = value
        if type not in ("radio", "checkbox") or "checked" in it:
            form.fields[name] = value

    def _option(self, form: Form, name: str, it: dict[str, str]) -> None:
        first = not form.offered[name]
        form.offered[name].append(it["value"])
        if first or "selected" in it:
            form.fields[name] = it["value"]

    def handle_data(self, data: str) -> None:
        self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            open, it, since = self._open.pop()
            self._close(open, it, "".join(self._words[since:]))
            if open == tag:
                break

    def _close(self, tag: str, it: dict[str, str], text: str) -> None:
        tidy = " ".join(text.split())
        if "id" in it:
            self.by_id[it["id"]] = tidy
        if tag == "a" and "href" in it:
            self.links[it["href"]] = tidy
        elif tag == "select":
            self._select = None
        elif tag == "textarea" and "name" in it:
            self.forms[-1].fields[it["name"]] = text.removeprefix("\n")
        elif tag == "button" and self.forms and it.get("type") != "button":
            self.forms[-1].buttons.append((it.get("name", ""), it.get("value", ""), tidy))


class Browser:
    """One person's browser, with cookies of its own and the page it shows."""

    def __init__(self, app: Flask, language: str = "nl") -> None:
        self.client = app.test_client()
        self.language = language
        self.page: Page

    def open(self, path: str, **headers: str) -> Page:
        """Go to a page and on to where it leads."""
        return self._go("GET", path, headers=headers)

    def send(self, form: Form, button: str | None = None, /, **values: Any) -> Page:
        """Fill in a form and press a button: the value or words of one, the first by default.

        True ticks a checkbox and False clears it; a field that the form has not fails.
        """
        data = dict(form.fields)
        for name, value in values.items():
            assert name in form.names, f"no {name} in {sorted(form.names)}"
            if value is True:
                data[name] = form.ticks[name]
            elif value is False:
                data.pop(name, None)
            else:
                data[name] = value
        for name, value, words in form.buttons[:1] if button is None else form.buttons:
            if button in (None, value, words):
                data |= {name: value} if name else {}
                break
        else:
            raise AssertionError(f"no button {button} in {form.buttons}")
        if form.method == "get":
            return self._go("GET", form.action, query_string=data)
        return self._go("POST", form.action, data=data)

    def cookie(self, name: str) -> str | None:
        found = self.client.get_cookie(name)
        return found.value if found else None

    def _go(self, method: str, path: str, headers: Any = (), **sent: Any) -> Page:
        headers = {"Accept-Language": self.language, **dict(headers)}
        response = self.client.open(
            path, method=method, headers=headers, follow_redirects=True, **sent
        )
        self.page = Page(response, response.request.path)
        return self.page
