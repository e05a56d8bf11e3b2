"""Brouwerij: an Ideeënbrouwerij on the phones in the room and a projector."""
