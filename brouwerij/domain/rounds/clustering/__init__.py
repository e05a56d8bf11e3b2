"""Gisten: ideas into themes, by many hands at once.

By hand the last one to move an idea wins. Together (a setting) people judge where an idea belongs
without seeing each other's judgement, it settles where enough of them agree, and only who leads
moves ideas by hand.
"""
