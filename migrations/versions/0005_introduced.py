"""Keep how somebody reaches a person to whom they were introduced, apart from other details."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_TEXTS = (("introduced_name", 80), ("introduced_email", 254), ("introduced_phone", 40))
_CONSENTED = "introduced_at"


def upgrade() -> None:
    for name, length in _TEXTS:
        column = sa.Column(name, sa.String(length), nullable=False, server_default="")
        op.add_column("people", column)
    op.add_column(
        "people", sa.Column(_CONSENTED, sa.BigInteger(), nullable=False, server_default="0")
    )


def downgrade() -> None:
    for name in (_CONSENTED, *(name for name, _ in _TEXTS)):
        op.drop_column("people", name)
