"""The parts of the report, one module each, made of a reading; model.py puts them together."""
