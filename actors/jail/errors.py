"""What keeps a program from being started in the jail."""


class ProgramMissingError(Exception):
    """The program that was to be jailed is not there, or does not tell what it loads."""
