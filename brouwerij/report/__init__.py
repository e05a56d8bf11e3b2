"""The report of a workshop: one model of what came out, told by one module per format."""
