"""Which ideas are alike: suggested themes, a first proposal of themes, likely duplicates.

Pure of Flask, SQLAlchemy and the domain: texts in, suggestions out. Nothing here applies a
suggestion. All of it may take seconds and belongs off the event loop (`aio.offload`).
"""
