"""python -m brouwerij: the same as the command `brouwerij`."""

import sys

from brouwerij.cli import main

if __name__ == "__main__":
    sys.exit(main())
