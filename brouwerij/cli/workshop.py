"""brouwerij workshop: make a workshop, or list those there are."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from brouwerij.cli import _arguments

HELP = "Make a workshop, or list those there are."
QUESTION = "Hoe kunnen we elkaar versterken?"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    says = "Make a workshop and print its links."
    create = actions.add_parser("create", help=says, description=says)
    create.add_argument(
        "--template",
        default="ideeenbrouwerij",
        help="the plan: ideeenbrouwerij, grote-zaal, besluiten, 1-2-4-all or korte-stemming "
        "(ideeenbrouwerij)",
    )
    create.add_argument("--title", default="Ideeënbrouwerij", help="its name (Ideeënbrouwerij)")
    create.add_argument("--question", default=QUESTION, help=f"what it is about ({QUESTION})")
    create.add_argument(
        "--date", type=_arguments.day, default="", help="when it is held, as 2017-01-21"
    )
    create.add_argument("--language", default="nl", choices=("nl", "en"), help="its language (nl)")
    create.add_argument("--anonymous", action="store_true", help="ask nobody's name")
    create.add_argument(
        "--tables",
        type=_arguments.whole(0, 300),
        metavar="N",
        help="how many, 0 for none; the template's own number if left out",
    )
    create.add_argument(
        "--initiative",
        action="append",
        default=[],
        metavar="NAME",
        help="one that people come from; may be given more often",
    )
    create.add_argument(
        "--retention",
        type=_arguments.whole(1, 730),
        default=90,
        metavar="DAYS",
        help="how long names and contact details are kept when it is over (90)",
    )
    create.add_argument("--json", action="store_true", help="print it as JSON")
    says = "List the workshops there are, the newest first."
    listing = actions.add_parser("list", help=says, description=says)
    listing.add_argument("--json", action="store_true", help="print it as JSON")


def run(args: argparse.Namespace) -> int:
    from brouwerij.cli._app import ready_app

    app = ready_app()
    with app.test_request_context():
        return _create(args) if args.action == "create" else _list(args)


def _create(args: argparse.Namespace) -> int:
    from brouwerij.domain.plans import TEMPLATES

    if args.template not in TEMPLATES:
        print(f"brouwerij: the templates are {', '.join(TEMPLATES)}", file=sys.stderr)
        return 2
    made = create(
        args.template,
        title=args.title,
        question=args.question,
        date=args.date,
        language=args.language,
        anonymous=args.anonymous,
        initiatives=args.initiative,
        tables=args.tables,
        retention=args.retention,
    )
    if isinstance(made, str):
        print(f"brouwerij: {made}", file=sys.stderr)
        return 1
    print_links(made, as_json=args.json)
    return 0


def create(template: str, *, tables: int | None = None, **about: Any) -> dict[str, str] | str:
    """Make a workshop; its code and links, or the sentence that says why not."""
    import msgspec
    from flask import current_app

    from brouwerij.domain.plans import TEMPLATES
    from brouwerij.live import rooms
    from brouwerij.texts import sentence

    plan = TEMPLATES[template]
    data = about | {
        "tables": plan.tables if tables is None else tables,
        "plan": [msgspec.to_builtins(round) for round in plan.rounds],
    }
    row, result = rooms.create(None, data)
    if result.refusal is not None:
        return sentence(result.refusal.code, result.refusal.params, "en")
    return {"code": row.code, **links_of(current_app, row.id, row.code)}


def links_of(app: Any, workshop: int, code: str) -> dict[str, str]:
    """The links of a new workshop: to join, to lead, to show it and to organise."""
    from brouwerij import identity
    from brouwerij.cli._app import public_link
    from brouwerij.extensions import db
    from brouwerij.store import workshops

    links = workshops.links(db.session(), workshop)
    leads = public_link(app, f"/b/{identity.facilitator_token(links[0].id)}")
    return {
        "join_url": public_link(app, f"/{code}"),
        "facilitator_url": leads,
        "projector_url": f"{leads}?op=projector",
        "organiser_url": public_link(app, f"/o/{identity.organiser_token(code)}"),
    }


def _list(args: argparse.Namespace) -> int:
    import json

    from brouwerij.extensions import db
    from brouwerij.store import workshops

    found = [
        {"code": row.code, "title": row.title, "date": row.date, "changes": row.head}
        for row in workshops.all_of_them(db.session())
    ]
    if args.json:
        print(json.dumps(found, ensure_ascii=False))
    for row in () if args.json else found:
        print(f"{row['code']}  {row['date'] or '-':10}  {row['title']}")
    return 0


def print_links(made: dict[str, str], *, as_json: bool) -> None:
    """Tell the code and the links of a new workshop."""
    import json

    if as_json:
        print(json.dumps(made, ensure_ascii=False))
        return
    width = max(map(len, made))
    for name, value in made.items():
        print(f"{name:{width}}  {value}")
