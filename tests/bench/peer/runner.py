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


def out_of_time(*_):
    raise TooLong


def as_tuples(rows):
    return tuple(tuple(row) for row in rows)


def guarded(solver, given, expected, limit):
    """Whether the result is the expected one; None where the call was cut off after `limit` seconds of the processor.

    On an idle machine those are seconds on the wall; on another they are the ones that do not hang on it.
    """
    try:
        signal.setitimer(signal.ITIMER_PROF, limit)
        try:
            return solver(given) == expected
        except Exception:
            return False
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
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
    signal.signal(signal.SIGPROF, out_of_time)
    tasks = {}
    names = [name[len("solve_") :] for name in dir(solvers) if name.startswith("solve_")]
    print(json.dumps({"python": sys.version.split()[0], "solvers": names}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        for task, pairs in request.get("tasks", {}).items():
            tasks[task] = [
                (as_tuples(given), None if expected is None else as_tuples(expected)) for given, expected in pairs
            ]
        times = [run(getattr(solvers, "solve_" + name), tasks[task], request["limit"]) for name, task in request["jobs"]]
        print(json.dumps(times), flush=True)


main()
