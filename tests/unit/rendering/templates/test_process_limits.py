"""What a template may use of the process, beside what is counted while it runs."""

import resource
import signal
import subprocess
import sys
from functools import partial

import pytest

from frivilligrapport.rendering.templates import process_limits
from frivilligrapport.rendering.templates import render as render_module
from frivilligrapport.rendering.templates.process_limits import limited
from frivilligrapport.rendering.templates.render import render
from frivilligrapport.rendering.templates.sources import TemplateFault, Templates

# A hundred texts of eight million signs, each of them short enough, and four bytes a sign.
MANY_LONG_TEXTS = (
    "{% set n = namespace(x='🎉') %}{% for i in range(23) %}{% set n.x = n.x ~ n.x %}{% endfor %}"
    + "".join(f"{{% set a{number} %}}{{{{ n.x }}}}a{{% endset %}}" for number in range(100))
)
IN_C = """
from frivilligrapport.rendering.templates.process_limits import limited

a, b = [1], [1]
for _ in range(60):
    a, b = [a, a], [b, b]
with limited(seconds=0.5):
    a == b
"""
IN_PYTHON = """
import resource, signal, sys
from frivilligrapport.rendering.templates.process_limits import limited
from frivilligrapport.rendering.templates.sandbox import TemplateMistake

def bounds():
    kinds = (resource.RLIMIT_CPU, resource.RLIMIT_AS)
    return [*map(resource.getrlimit, kinds), signal.getitimer(signal.ITIMER_PROF), signal.getsignal(signal.SIGPROF)]

before = bounds()
try:
    with limited(seconds=0.05):
        while True:
            pass
except TemplateMistake as mistake:
    assert bounds() == before
    sys.stdout.buffer.write(str(mistake).partition("Skabelonen er ")[2].partition(".")[0].encode())
"""
BOUNDS = (resource.RLIMIT_CPU, resource.RLIMIT_AS)


def bounds() -> list[object]:
    """Give what is set for the process."""
    return [*map(resource.getrlimit, BOUNDS), signal.getitimer(signal.ITIMER_PROF), signal.getsignal(signal.SIGPROF)]


@pytest.mark.full
def test_many_long_texts_fill_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is short enough, and so is their number; together they would take three gigabytes."""
    monkeypatch.setattr(render_module, "limited", partial(limited, memory=150_000_000))
    with pytest.raises(TemplateFault, match=r"ond\.md\.j2:1: Skabelonen bruger for meget hukommelse\."):
        render("ond.md.j2", {}, Templates({"ond.md.j2": MANY_LONG_TEXTS}))


def test_time_in_python_is_told_of() -> None:
    """What comes back to Python is stopped with a sentence, also where it counts no steps, and the bounds go back."""
    # In a process of its own: the system counts what this one has used a little faster than it tells, and would end it.
    done = subprocess.run([sys.executable, "-c", IN_PYTHON], capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (0, b"i gang for l\xc3\xa6nge"), done.stderr


@pytest.mark.full
def test_time_in_a_library_ends_the_process() -> None:
    """What never comes back to Python is ended by the system."""
    done = subprocess.run([sys.executable, "-c", IN_C], capture_output=True, check=False, timeout=60)
    assert done.returncode == -signal.SIGXCPU


def test_bounds_are_as_before() -> None:
    """After a template, whatever came of it, the process may use what it might before."""
    before = bounds()
    assert render("god.md.j2", {}, Templates({"god.md.j2": "a"})) == "a\n"
    with pytest.raises(TemplateFault):
        render("ond.md.j2", {}, Templates({"ond.md.j2": "{{ x }}"}))
    assert bounds() == before


def test_bounds_count_from_what_has_been_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the process has used before is no part of what a template may use."""
    monkeypatch.setattr(process_limits, "_used", lambda: 5_000.0)
    with limited(seconds=0.1, memory=10**9):
        processor, memory = (resource.getrlimit(kind)[0] for kind in BOUNDS)
    assert processor == 5_002
    assert memory > 10**9 + 10**7


def test_lower_bounds_of_the_user_stay() -> None:
    """A process that may use less than ours keeps to that."""
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (10**12, hard))
    try:
        with limited(memory=10**13):
            assert resource.getrlimit(resource.RLIMIT_AS)[0] == 10**12
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
