"""Where an event of the YAML parser begins and ends."""

from dataclasses import dataclass

from yaml import events

from frivilligrapport.problems import Location
from frivilligrapport.reading.source import Source


@dataclass(frozen=True, slots=True)
class EventSpan:
    """Hold the first and last character of an event, zero-based; the last is the one after it."""

    line: int
    column: int
    end_line: int
    end_column: int

    def place(self, source: Source, length: int = 0) -> Location:
        """Give the place of its beginning, underlined to its end or to the end of its first line."""
        line = source.lines[self.line] if self.line < len(source.lines) else ""
        end = self.end_column if self.end_line == self.line else len(line)
        return Location(source.file, self.line + 1, self.column + 1, max(1, length or end - self.column))


def span_of(event: events.Event) -> EventSpan:
    """Read an event's marks; PyYAML's types let them be absent, its parser never does."""
    start, end = event.start_mark, event.end_mark
    if start is None or end is None:
        return EventSpan(0, 0, 0, 0)
    return EventSpan(start.line, start.column, end.line, end.column)
