"""The reference (c): Flask-SocketIO on eventlet as a tutorial writes it.

Each command is an object of the ORM, a commit and a broadcast. Everything is left as the libraries
have it (so TCP_NODELAY is off), except that it is told to hold as many clients as are coming:
by itself the 1,025th would hang.
"""

import eventlet

eventlet.monkey_patch()

import json  # noqa: E402 - patching comes before all else
import os  # noqa: E402

from flask import Flask, request  # noqa: E402
from flask_socketio import SocketIO, emit  # noqa: E402
from flask_sqlalchemy import SQLAlchemy  # noqa: E402

CONTENT = json.loads(os.environ["BENCH_SET"])

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{os.environ['BENCH_FOLDER']}/tutorial.sqlite"
db = SQLAlchemy(app)
socketio = SocketIO(app, async_mode="eventlet")
broadcasts = int(os.environ["BENCH_BASE"])


class Vote(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    voter = db.Column(db.String(40), nullable=False)
    theme = db.Column(db.String(40), nullable=False)
    dots = db.Column(db.Integer, nullable=False)


@socketio.on("do")
def on_do(commands):
    outcomes = []
    for command in commands:
        data = command["data"]
        vote = Vote(voter=request.sid, theme=data["theme"], dots=data["dots"])
        db.session.add(vote)
        db.session.commit()
        patch = {"from": vote.id - 1, "to": vote.id, "set": CONTENT, "del": {}}
        emit("patch", patch, broadcast=True)
        outcomes.append({"id": command["id"], "ok": True, "seq": vote.id})
    return outcomes


@socketio.on("go")
def on_go():
    """Only the broadcast, for the fan-out runs."""
    global broadcasts
    broadcasts += 1
    patch = {"from": broadcasts - 1, "to": broadcasts, "set": CONTENT, "del": {}}
    emit("patch", patch, broadcast=True)


if __name__ == "__main__":
    with app.app_context():
        db.create_all()
    port, clients = int(os.environ["BENCH_PORT"]), int(os.environ["BENCH_CLIENTS"])
    socketio.run(app, host="127.0.0.1", port=port, max_size=max(1024, clients + 100))
