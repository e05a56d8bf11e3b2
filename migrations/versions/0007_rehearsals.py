"""A rehearsal is a workshop of its own, that names the one it rehearses."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("workshops", sa.Column("rehearses", sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column("workshops", "rehearses")
