"""Runs solvers of a checkout of arc-dsl on request: a line of JSON in, a line of JSON out.

Started with the folder of the checkout as its argument. What is timed is calling a solver and comparing its result.
"""

import json
import signal
import sys
import time

sys.path.insert(0, sys.argv[1])
sys.setrecursionlimit(10_000)

import solvers  # noqa: E402


class TooLong(BaseException):
    """Not an Exception, so that no handler on the way takes it for a failing solver."""


class Limit:
    """Ends a call after so many seconds of the processor. On an idle machine those are seconds on the wall.

    The timer goes by the wall, and looks at the processor's clock when it rings: a timer by processor time would make
    that clock too coarse to measure with.
    """

    def __init__(self):
        self.end = 0.0
        signal.signal(signal.SIGALRM, self.ring)

    def start(self, seconds):
        self.end = time.process_time() + seconds
        signal.setitimer(signal.ITIMER_REAL, seconds)

    def stop(self):
        signal.setitimer(signal.ITIMER_REAL, 0)

    def ring(self, *_):
        left = self.end - time.process_time()
        if left <= 0:
            raise TooLong
        signal.setitimer(signal.ITIMER_REAL, max(left, 0.001))


def as_tuples(rows):
    return tuple(tuple(row) for row in rows)


LIMIT = Limit()


def guarded(solver, given, expected, limit):
    """Whether the result is the expected one; None where the call was cut off after `limit` seconds."""
    try:
        LIMIT.start(limit)
        try:
            return solver(given) == expected
        except Exception:
            return False
        finally:
            LIMIT.stop()
    except TooLong:
        return None


def run(solver, pairs, limit):
    """Milliseconds by both clocks for all pairs, how many are right, and how many calls were cut off.

    A call that was cut off counts as `limit` seconds by both clocks.
    """
    times = {"wall": 0.0, "cpu": 0.0, "right": 0, "cut": 0}
    for given, expected in pairs:
        wall, cpu = time.perf_counter(), time.process_time()
        right = guarded(solver, given, expected, limit)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        if right is None:
            wall, cpu = limit, limit
            times["cut"] += 1
        times["wall"] += 1000 * wall
        times["cpu"] += 1000 * cpu
        times["right"] += right is True
    return times


def main():
    tasks = {}
    names = [name[len("solve_") :] for name in dir(solvers) if name.startswith("solve_")]
    print(json.dumps({"python": sys.version.split()[0], "solvers": names}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        for task, pairs in request.get("tasks", {}).items():
            tasks[task] = [
                (as_tuples(given), None if expected is None else as_tuples(expected)) for given, expected in pairs
            ]
        jobs = [(getattr(solvers, "solve_" + name), tasks[task]) for name, task in request["jobs"]]
        print(json.dumps([run(solver, pairs, request["limit"]) for solver, pairs in jobs]), flush=True)


main()
