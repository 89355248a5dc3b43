"""Stopping a command by Ctrl-C or a signal, so that it cleans up first."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

import click

# Windows has no SIGHUP, which a terminal sends when it is closed.
SIGNALS = (signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else []))
CLOSED_PIPE = 141  # 128 and the number of SIGPIPE
AGAIN = 0.5  # seconds until a stop that got lost is raised again


@contextmanager
def stoppable() -> Iterator[None]:
    """Let Ctrl-C, SIGTERM and SIGHUP end what is done within as an error would, with the exit code that shells expect.

    The code is 128 and the signal's number: 130 after Ctrl-C, 143 after SIGTERM, 129 after SIGHUP; 141 where nobody
    reads any more what is printed. A second signal does not cut the cleaning up short. A signal that is ignored, as
    of a job in the background, stays so.
    """
    before = {number: signal.getsignal(number) for number in SIGNALS}
    heeded = [number for number in SIGNALS if before[number] is not signal.SIG_IGN]

    def stop(number: int, _frame: FrameType | None) -> None:
        for each in heeded:
            signal.signal(each, signal.SIG_IGN)
        with suppress(OSError):  # the terminal may be gone
            click.echo("crossread: stopped", err=True)
        stopped = SystemExit(128 + number)
        _raise_until_handled(stopped)
        raise stopped

    for number in heeded:
        signal.signal(number, stop)
    try:
        yield
    except BrokenPipeError:
        for stream in (sys.stdout, sys.stderr):  # what is still held back is not printed at the end, either
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        raise SystemExit(CLOSED_PIPE) from None
    finally:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)
        for number in heeded:
            signal.signal(number, before[number])


def _raise_until_handled(stopped: SystemExit) -> None:
    """Raise it again and again until the cleaning up begins.

    A handler runs between any two steps of the program. Where that is in a finaliser, say of an event loop that is
    being collected, Python drops what is raised, and the work would go on.
    """

    def again(_number: int, _frame: FrameType | None) -> None:
        handled = sys.exception()
        while handled is not None and handled is not stopped:
            handled = handled.__context__
        if handled is None:
            raise stopped

    if hasattr(signal, "setitimer"):  # not on Windows
        signal.signal(signal.SIGALRM, again)
        signal.setitimer(signal.ITIMER_REAL, AGAIN, AGAIN)
