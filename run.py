"""The door. `python3 run.py` sets Bazaar up with nothing but a Python, and starts it.

Kept readable by Pythons too old for the rest, so that they get a sentence and not a syntax error.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "bazaar needs Python 3.11 or newer, and this is %d.%d: "
        "install one, or call it by its name, as in: python3.12 run.py" % sys.version_info[:2]
    )

from app.setup.door import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
