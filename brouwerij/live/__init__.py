"""The live engine: kettles, the sockets around them, and what goes over the wire."""
