"""Keep beside each workshop for how long its people are kept, and whether they were erased."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_NEW = (("retention", sa.Integer(), "90"), ("ended_at", sa.BigInteger(), "0"))
_NEW += (("purged_at", sa.BigInteger(), "0"),)


def upgrade() -> None:
    for name, kind, default in _NEW:
        op.add_column("workshops", sa.Column(name, kind, nullable=False, server_default=default))


def downgrade() -> None:
    for name, _, _ in _NEW:
        op.drop_column("workshops", name)
