"""Settings that all tests share."""

from hypothesis import settings

# A shared machine with measured coverage pauses now and then; how fast one example runs is no law of the program.
# Everything else stays as Hypothesis has it: random at the desk, the same examples each time under CI.
ordinary = settings.get_profile(settings.get_current_profile_name())
settings.register_profile("frivilligrapport", parent=ordinary, deadline=None)
settings.load_profile("frivilligrapport")
