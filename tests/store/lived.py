"""A workshop that people lived through, with something to erase planted wherever people write."""

from __future__ import annotations

import secrets
from itertools import count
from typing import Any

from flask import Flask
from sqlalchemy import update

from brouwerij import clock
from brouwerij.domain.commands import Actor
from brouwerij.live import rooms
from brouwerij.live.kettle import Kettle
from brouwerij.report.exporting import export
from brouwerij.report.shapes import Edition
from brouwerij.store import shares, workshops
from brouwerij.store.gate import writer
from brouwerij.store.models import WorkshopRow

DAY = 24 * 60 * 60 * 1000
LEADER = Actor("organiser", "1")
ANNA, BRAM = Actor("participant", "person-anna-01"), Actor("participant", "person-bram-01")
NUMBERS = count(101)


def planted() -> dict[str, str]:
    """What has to go, another for each workshop: they share a database."""
    n = next(NUMBERS)
    return {
        "name": f"Geplante Bram {n}",
        "renamed": f"Geplante Anneke {n}",
        "guest": f"Geplante Gerda {n}",
        "contact": f"Geplante Bakker {n}",
        "email": f"geplant{n}@tuin.example",
        "phone": f"06 13579{n}",
        "introduced": f"Geplante Kennis {n}",
        "reachable": f"kennis{n}@tuin.example",
        "note": f"Geplante notitie over Wies {n}",
        "message": f"Geplant bericht voor Bas {n}",
        "first_who": f"Geplante Piet en {n}",
        "who": f"Geplante Jan en Mies {n}",
        "label": f"Geplante Begeleider {n}",
        "refused": f"geplant-bij-vergissing{n}@",
    }


STAYS = {"idea": "Een gebleven kas", "theme": "Gebleven thema", "goal": "Gebleven doel"}
KINDS = ("introductions", "ideas", "clustering", "elaboration", "workgroups")
PLAN = [{"kind": kind} for kind in KINDS]
MEET, IDEAS, CLUSTER, ELABORATE, GROUPS = (f"r{n}" for n in range(1, 6))


class Lived:
    """A workshop that was lived through in an app, with something planted wherever people write."""

    def __init__(self, app: Flask) -> None:
        about = {
            "title": "Gebleven titel",
            "question": "Hoe?",
            "plan": PLAN,
            "retention": 30,
            "tables": 2,
        }
        row, result = rooms.create(None, about)
        assert result.ok, result.refusal
        self.app, self.code, self.id = app, row.code, row.id
        self.kettle: Kettle = rooms.kettle(row.code)
        self.goes = planted()
        self.live()

    def do(self, actor: Actor, kind: str, **data: Any) -> str:
        asked = rooms.command(kind, **data)
        [result] = self.kettle.submit(actor, [asked])
        assert result.ok, (kind, result.refusal)
        return asked.id

    def live(self) -> None:
        for who, name, origin in ((ANNA, "Anna", "Hof"), (BRAM, self.goes["name"], "Nest")):
            data = {"participant": who.id, "name": name, "initiative": origin}
            self.do(rooms.SYSTEM, "participant.join", **data)
        self.do(ANNA, "participant.rename", name=self.goes["renamed"])
        self.do(LEADER, "guest.add", initiative="Hof", names=[self.goes["guest"]])
        self.do(LEADER, "message.show", text=self.goes["message"])
        self.do(LEADER, "note.write", round=MEET, text=self.goes["note"])
        self.meet()
        self.do(LEADER, "round.open", round=IDEAS)
        self.do(ANNA, "idea.add", round=IDEAS, text=STAYS["idea"])
        self.do(LEADER, "round.open", round=CLUSTER)
        theme = self.do(LEADER, "theme.add", round=CLUSTER, name=STAYS["theme"])
        self.work_out(theme)
        self.sign_up(theme)
        source = writer()
        source.run(lambda s: workshops.add_link(s, self.id, self.goes["label"], clock.now()))
        self.report_link = secrets.token_urlsafe()
        about = (self.id, self.report_link, "public", "2099-12-31", clock.now())
        source.run(lambda s: shares.share(s, *about))
        self.do(LEADER, "workshop.end")

    def meet(self) -> None:
        self.do(LEADER, "round.open", round=MEET)
        need = self.do(BRAM, "point.add", round=MEET, sort="bottleneck", text="Geen grond")
        self.do(ANNA, "tap.set", round=MEET, point=need, sort="help", on=True)
        self.do(
            BRAM, "wish.give", round=MEET, need=need, offer=self.initiative(ANNA), consent=True,
            name=self.goes["introduced"], email=self.goes["reachable"],
        )  # fmt: skip

    def initiative(self, actor: Actor) -> str:
        return self.kettle.board.participants[actor.id].initiative

    def work_out(self, theme: str) -> None:
        self.do(LEADER, "round.open", round=ELABORATE)
        self.do(LEADER, "card.take", round=ELABORATE, theme=theme, table=1)
        for who in (self.goes["first_who"], self.goes["who"]):
            card = f"{ELABORATE}:{theme}"
            self.do(LEADER, "card.write", round=ELABORATE, card=card, field="who", text=who)

    def sign_up(self, theme: str) -> None:
        self.do(LEADER, "round.open", round=GROUPS)
        group = f"{GROUPS}:{theme}"
        self.do(
            LEADER, "group.plan", round=GROUPS, group=group, goal=STAYS["goal"], first_step="Bellen"
        )
        wrong = rooms.command(
            "group.join", round=GROUPS, group=group, role="lead", consent=True, share=True,
            name=self.goes["contact"], email=self.goes["refused"],
        )  # fmt: skip
        assert not self.kettle.submit(ANNA, [wrong])[0].ok
        self.do(
            ANNA, "group.join", round=GROUPS, group=group, role="lead", consent=True, share=True,
            name=self.goes["contact"], email=self.goes["email"], phone=self.goes["phone"],
        )  # fmt: skip

    def report(self, edition: Edition) -> bytes:
        """The report as a file in which all that is told stands as it was written."""
        return export(self.kettle.board, self.kettle.people, "md", edition, "nl", 0, self.code)

    def ended_days_ago(self, days: int) -> None:
        """Have it be so long ago that it ended."""
        at = clock.now() - days * DAY
        of_it = update(WorkshopRow).where(WorkshopRow.id == self.id)
        writer().run(lambda s: s.execute(of_it.values(ended_at=at)))
