"""Let an organiser put a workshop away, out of the list and without losing anything."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    new = sa.Column("put_away_at", sa.BigInteger(), nullable=False, server_default="0")
    op.add_column("workshops", new)


def downgrade() -> None:
    op.drop_column("workshops", "put_away_at")
