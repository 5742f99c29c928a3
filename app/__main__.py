"""`python -m app`: what run.py becomes once everything is set up."""

import sys

from app.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
