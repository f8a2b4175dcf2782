"""Run the command line: `python -m frivilligrapport`."""

import sys

from frivilligrapport.cli import main

sys.exit(main())
