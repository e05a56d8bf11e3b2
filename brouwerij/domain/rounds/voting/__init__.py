"""Proeven: the voting methods, one module each. No tally leaves the board before it is opened."""
