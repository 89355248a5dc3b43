"""Stopping a command by Ctrl-C or a signal, so that it cleans up first."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn

import click

# Windows has no SIGHUP, which a terminal sends when it is closed.
SIGNALS = (signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else []))
CLOSED_PIPE = 141  # 128 and the number of SIGPIPE


@contextmanager
def stoppable() -> Iterator[None]:
    """Let Ctrl-C, SIGTERM and SIGHUP end what is done within as an error would, with the exit code that shells expect.

    The code is 128 and the signal's number: 130 after Ctrl-C, 143 after SIGTERM, 129 after SIGHUP; 141 where nobody
    reads any more what is printed. A second signal does not cut the
    cleaning up short. A signal that is ignored, as of a job in the background, stays so.
    """
    before = {number: signal.getsignal(number) for number in SIGNALS}
    heeded = [number for number in SIGNALS if before[number] is not signal.SIG_IGN]

    def stop(number: int, _frame: FrameType | None) -> NoReturn:
        for each in heeded:
            signal.signal(each, signal.SIG_IGN)
        with suppress(OSError):  # the terminal may be gone
            click.echo("crossread: stopped", err=True)
        raise SystemExit(128 + number)

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
        for number in heeded:
            signal.signal(number, before[number])
