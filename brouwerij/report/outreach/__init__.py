"""What somebody takes along to get a working group together: a mail, address cards, a date."""

from brouwerij.report.outreach.calendar import meeting
from brouwerij.report.outreach.cards import cards, reached
from brouwerij.report.outreach.mail import Mail, mail

__all__ = ["Mail", "cards", "mail", "meeting", "reached"]
