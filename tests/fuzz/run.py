"""Break files and compose texts for as long as told, and keep what breaks the reading or what is found: `make fuzz`.

Everything follows from a number, so that a finding comes back: a worker process reads one batch after the other, and is
started anew where one kills or hangs it. A finding is made as short as it goes and kept in `.fuzz`; once mended, it
becomes a row of `tests/fuzz/test_any_input.py`.
"""

import argparse
import resource
import selectors
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from random import Random
from typing import AnyStr

from tests.fuzz.checks import check_file, check_texts
from tests.fuzz.inputs import compose_text, mutated_file

from crossread.reading.articles import Corpus

ROOT = Path(__file__).parents[2]
KEPT = ROOT / ".fuzz"
BATCH = 20  # texts, and files
CPU = 120  # seconds for a batch, which takes some five
WAIT = 900  # seconds for a batch, whatever else the machine does
MEMORY = 2_000_000  # KiB that a worker may hold at most
SHORTER = 300  # tries to make a finding shorter


def main() -> int:
    """Run for as long as told; the exit code is 1 where something was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.worker:
        return _work(given.seed)
    print(f"fuzzing for {given.seconds} seconds from seed {given.seed}", flush=True)
    end, seed, found = time.monotonic() + given.seconds, given.seed, 0
    while time.monotonic() < end:
        seed, told = _watch(seed, end)
        found += len(told)
        print(*told, sep="\n", end="\n" if told else "", flush=True)
    done = (seed - given.seed) * BATCH
    print(f"texts: {done:,}, files: {done:,}, findings: {found}{f', see {KEPT}' if found else ''}")
    return 1 if found else 0


def _watch(seed: int, end: float) -> tuple[int, list[str]]:
    """Let a worker work until the time is over, or it ends or hangs; return the next seed, and what was found."""
    line = [sys.executable, "-m", "tests.fuzz.run", "--worker", "--seed", str(seed)]
    found = []
    with subprocess.Popen(line, cwd=ROOT, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        with selectors.DefaultSelector() as ready:
            ready.register(worker.stdout, selectors.EVENT_READ)
            while time.monotonic() < end:
                told = worker.stdout.readline().strip() if ready.select(WAIT) else ""
                if not told:
                    worker.kill()
                    found.append(f"batch {seed}: the process ended or hung; {worker.wait()=}")
                    seed += 1
                    break
                if told.startswith("batch "):
                    seed += 1
                else:
                    found.append(told)
            worker.kill()
    return seed, found


def _work(start: int) -> int:
    for seed in count(start):
        for told in _try_batch(seed):
            print(told, flush=True)
        print(f"batch {seed}", flush=True)
        if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > MEMORY:
            print(f"seed {seed}: more than {MEMORY:,} KiB", flush=True)
            return 1
    return 0


def _try_batch(seed: int) -> Iterator[str]:
    """Try one batch as a whole, and one by one where that breaks."""
    randoms = [Random(f"{seed}:{number}") for number in range(BATCH)]
    texts = [compose_text(random) for random in randoms]
    for at, random in enumerate(randoms):
        ending, raw = mutated_file(random)
        read: list[Corpus | None] = []
        if _breaks(lambda: read.append(check_file(f"any{ending}", raw))):  # noqa: B023
            yield _keep(f"{seed}-{at}{ending}", raw, lambda given: check_file(f"any{ending}", given))  # noqa: B023
        texts += [article.text for corpus in read if corpus for article in corpus.articles]
    if _breaks(lambda: check_texts(texts)):
        told = [
            _keep(f"{seed}-{at}-text.txt", text, lambda given: check_texts([given])) for at, text in enumerate(texts)
        ]
        yield from [each for each in told if each] or [f"batch {seed}: only the texts together break"]


def _breaks(step: Callable[[], object]) -> str:
    """Tell how a step breaks, "" where it does not."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, CPU)
    try:
        step()
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} in {Path(place.filename).name}:{place.lineno}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return ""


def _keep(name: str, given: AnyStr, check: Callable[[AnyStr], object]) -> str:
    """Keep what breaks in a file, as short as it breaks in the same way; "" where it does not break."""
    if not (how := _breaks(lambda: check(given))):
        return ""
    tries, size = 0, len(given) // 2
    while size and tries < SHORTER:
        place = 0
        while place < len(given) and tries < SHORTER:
            tries, shorter = tries + 1, given[:place] + given[place + size :]
            if shorter and _breaks(lambda: check(shorter)) == how:  # noqa: B023
                given = shorter
            else:
                place += size
        size //= 2
    KEPT.mkdir(exist_ok=True)
    (KEPT / name).write_bytes(given.encode("utf-8", "surrogatepass") if isinstance(given, str) else given)
    return f"{name}: {how}: {given[:200]!r}"


if __name__ == "__main__":
    sys.exit(main())
