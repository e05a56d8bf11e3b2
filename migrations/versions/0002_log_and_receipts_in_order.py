"""Keep the log and the receipts in the order in which they are asked for.

Receipts are looked up by the ids of a tick's commands; with the sender before the command in the
key every tick walked through all receipts of its workshop. SQLite keeps both tables within their
keys, so that a row is written once and a log is read from one end to the other.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _renew("changes", _changes(), ["workshop_id", "seq"], within_key=True)
    _renew("receipts", _receipts(), ["workshop_id", "command", "actor"], within_key=True)


def downgrade() -> None:
    _renew("receipts", _receipts(), ["workshop_id", "actor", "command"], within_key=False)
    _renew("changes", _changes(), ["workshop_id", "seq"], within_key=False)


def _changes() -> list[sa.Column]:
    return [
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(length=40), nullable=False),
        sa.Column("command", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
    ]


def _receipts() -> list[sa.Column]:
    return [
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("command", sa.String(length=40), nullable=False),
        sa.Column("actor", sa.String(length=40), nullable=False),
        sa.Column("digest", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("error", sa.String(length=60), nullable=False),
        sa.Column("params", sa.JSON(), nullable=False),
    ]


def _renew(table: str, columns: list[sa.Column], key: list[str], *, within_key: bool) -> None:
    """Make a table anew, with another key, and bring all rows over."""
    names = ", ".join(f'"{column.name}"' for column in columns)
    op.rename_table(table, "old")
    op.create_table(
        table,
        *columns,
        sa.ForeignKeyConstraint(["workshop_id"], ["workshops.id"]),
        sa.PrimaryKeyConstraint(*key, name=f"{table}_by_{key[1]}" if within_key else None),
        sqlite_with_rowid=not within_key,
    )
    op.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM old")
    op.drop_table("old")
