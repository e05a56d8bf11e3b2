"""Keep beside each workshop what the list of workshops shows, so that it opens none of them."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_NEW = (("question", 280, ""), ("stage", 10, "soon"))
_workshops = sa.table("workshops", sa.column("id"), sa.column("question"), sa.column("stage"))
_changes = sa.table(
    "changes", sa.column("workshop_id"), sa.column("seq"), sa.column("body", sa.JSON())
)


def upgrade() -> None:
    for name, length, default in _NEW:
        column = sa.Column(name, sa.String(length), nullable=False, server_default=default)
        op.add_column("workshops", column)
    connection = op.get_bind()
    for id in list(connection.scalars(sa.select(_workshops.c.id))):
        shown = _shown(connection, id)
        connection.execute(sa.update(_workshops).where(_workshops.c.id == id).values(shown))


def downgrade() -> None:
    for name, _, _ in _NEW:
        op.drop_column("workshops", name)


def _shown(connection: sa.Connection, id: int) -> dict[str, str]:
    """The question and the stage as the last change of the workshop itself left them."""
    log = sa.select(_changes.c.body).where(_changes.c.workshop_id == id)
    for body in connection.execute(log.order_by(_changes.c.seq.desc())).scalars():
        put = body.get("set") or {}
        if "workshop" in put:
            workshop = put["workshop"][0]
            return {"question": workshop.get("question", ""), "stage": _stage(workshop)}
    return {"question": "", "stage": "soon"}


def _stage(workshop: dict) -> str:
    if workshop.get("state") == "ended":
        return "ended"
    return "now" if workshop.get("current") else "soon"
