"""How fast this package is, beside every peer and in one run: `make bench`. See README.md for how to read it."""
