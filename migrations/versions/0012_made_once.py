"""Keep with a workshop and a link to lead the command they were made by, so that it makes one."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

TABLES = ("workshops", "facilitator_links")


def upgrade() -> None:
    for table in TABLES:
        op.add_column(table, sa.Column("command", sa.String(length=40), nullable=True))
        op.create_index(f"{table}_by_command", table, ["command"], unique=True)


def downgrade() -> None:
    for table in TABLES:
        op.drop_index(f"{table}_by_command", table)
        op.drop_column(table, "command")
