"""What set-up cannot mend by itself, told in a sentence that says what to do."""


class SetupError(Exception):
    """Set-up could not finish; the message says what was found and what to do."""
