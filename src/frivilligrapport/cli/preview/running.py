"""Carry out `preview`: the server and the watcher beside, and the main thread, which makes the pages that they ask for.

Pages are made by the main thread alone, since only there can a template be bound in time.
"""

import os
import secrets
import signal
import string
import sys
import webbrowser
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from queue import Empty, Queue
from threading import Event, Thread
from typing import Any, NamedTuple, NoReturn, TypeVar

from frivilligrapport.cli.exits import Interrupted
from frivilligrapport.cli.preview.serving import News, Server, open_server
from frivilligrapport.cli.preview.showing import Showing
from frivilligrapport.cli.preview.target import Target, find_target
from frivilligrapport.cli.preview.watching import watch
from frivilligrapport.cli.terminal import print_note, print_text

_Made = TypeVar("_Made")
_TOKEN_LETTERS = 28  # no digits: what is printed must not look like a CPR number
_LOOK = 1.0  # seconds between looks at whether anybody is still there
_TICK = 0.1  # seconds that the server may take to hear that it is over


class _Job(NamedTuple):
    """Something that the main thread is to do, and where what came of it goes."""

    do: Callable[[], Any]
    answer: Future[Any]


class _Desk:
    """Take in what is to be done by the main thread, and give what came of it to who asked."""

    def __init__(self) -> None:
        self._jobs: Queue[_Job] = Queue()

    def ask(self, do: Callable[[], _Made]) -> _Made:
        """Let something be done, and wait for what comes of it."""
        answer: Future[_Made] = Future()
        self._jobs.put(_Job(do, answer))
        return answer.result()

    def leave(self, do: Callable[[], object]) -> None:
        """Let something be done that nobody waits for."""
        self._jobs.put(_Job(do, Future()))

    def work(self, is_over: Callable[[], bool]) -> NoReturn:
        """Do one thing after the other. Raises what the doing raises, and Interrupted when it is over."""
        while not is_over():
            try:
                job = self._jobs.get(timeout=_LOOK)
            except Empty:
                continue
            try:
                job.answer.set_result(job.do())
            except BaseException as error:
                job.answer.set_exception(error)
                raise
        raise Interrupted


def carry_out(named: str | None, folder: str | None, port: int | None, *, opens: bool) -> NoReturn:
    """Show a year or a file until the user stops. Raises WrongUse, CannotWrite, Interrupted and KeyboardInterrupt."""
    target = find_target(named, folder)
    showing, news = Showing(target), News()
    desk = _Desk()
    token = "".join(secrets.choice(string.ascii_lowercase) for _ in range(_TOKEN_LETTERS))
    is_over, stop = _end_of_the_terminal(), Event()

    def renew() -> None:
        showing.renew()
        news.tell(showing.number)

    def watching() -> None:
        try:
            watch(target.root, lambda: showing.logo, lambda: desk.leave(renew), stop)
        except Exception as error:  # noqa: BLE001 - the main thread tells of it
            desk.leave(partial(_raise, error))

    with open_server(port, lambda one: Server(one, token, showing, news, desk.ask)) as server:
        news.tell(showing.number)
        for run in (partial(server.serve_forever, _TICK), watching):
            Thread(target=run, daemon=True).start()
        _announce(server.address, target, opens=opens)
        try:
            desk.work(is_over)
        finally:
            stop.set()
            server.shutdown()


def _raise(error: Exception) -> NoReturn:
    raise error


def _announce(address: str, target: Target, *, opens: bool) -> None:
    print_text(address)
    sys.stdout.flush()
    what = target.file or f"rapporten for {target.year}"
    print_note(f"Viser {what}. Siden bliver lavet på ny, hver gang en fil bliver gemt. Stop med Ctrl+C.")
    if opens and not _open(address):
        print_note("Her er ingen browser, der kan åbnes. Åbn selv adressen i en browser på denne maskine.")


def _open(address: str) -> bool:
    """Open the browser; tell whether there was one with a window of its own."""
    try:
        browser = webbrowser.get()
        # One that shows its pages in this terminal would hide all else and stop the program.
        return type(browser) is not webbrowser.GenericBrowser and browser.open(address)
    except (webbrowser.Error, OSError):
        return False


def _end_of_the_terminal() -> Callable[[], bool]:
    """Give what tells whether the program's terminal is gone; one that was asked to outlive it (nohup) runs on.

    Most terminals say so themselves, and end it; here are those whose shell is gone without a word.
    """
    if os.name == "nt" or signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
        return lambda: False
    parent = os.getppid()
    return lambda: os.getppid() != parent
