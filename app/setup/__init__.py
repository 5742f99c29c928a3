"""Prepares a checkout on a machine with nothing but a Python; itself the standard library only, as it runs first."""
