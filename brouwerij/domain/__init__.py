"""The method: boards, commands, rounds, views and the measure of support.

Pure: standard library and msgspec only. No clock, no randomness, no database, no web.
"""
