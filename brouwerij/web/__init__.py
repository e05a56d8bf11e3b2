"""The pages: one blueprint per kind of visitor, and what they share."""
