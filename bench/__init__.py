"""How fast it is, beside what people would otherwise run, in one run: bench/README.md."""
