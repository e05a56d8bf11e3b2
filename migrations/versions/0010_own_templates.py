"""Plans that organisers keep to start other workshops from."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "templates",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("organiser_id", sa.Integer(), sa.ForeignKey("organisers.id"), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("tables", sa.Integer(), nullable=False),
        sa.Column("rounds", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("removed_at", sa.BigInteger(), nullable=False),
    )
    op.create_index("templates_by_organiser", "templates", ["organiser_id"])


def downgrade() -> None:
    op.drop_index("templates_by_organiser", "templates")
    op.drop_table("templates")
