"""Whether text may be coloured."""

import os
from typing import TextIO


def wants_colour(stream: TextIO) -> bool:
    """Tell whether a stream is a terminal that shows colours, and its user has not said no (no-color.org).

    Windows' old console shows colour codes as rubbish; its new terminal says in the environment that it is one.
    """
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not stream.isatty():
        return False
    return os.name != "nt" or "WT_SESSION" in os.environ or "TERM" in os.environ
