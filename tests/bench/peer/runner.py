"""Runs solvers of a checkout of arc-dsl on request: a line of JSON in, a line of JSON out.

Started with the folder of the checkout as its argument. What is timed is calling the solvers and comparing.
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


def matches(solver, pairs):
    """How many pairs the solver gets right."""
    right = 0
    for given, expected in pairs:
        try:
            if solver(given) == expected:
                right += 1
        except Exception:
            pass
    return right


def run(jobs, tasks, limit):
    """Times the jobs, each a solver and a task, until they are done or the limit (seconds) is over."""
    work = [(getattr(solvers, "solve_" + name), tasks[task]) for name, task in jobs]
    right = []
    in_time = True
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, out_of_time)
        signal.setitimer(signal.ITIMER_REAL, limit)
    cpu, wall = time.process_time(), time.perf_counter()
    try:
        for solver, pairs in work:
            right.append(matches(solver, pairs))
            if time.perf_counter() - wall > limit:
                raise TooLong
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)
    except TooLong:
        in_time = False
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return {"wall": 1000 * wall, "cpu": 1000 * cpu, "right": right, "inTime": in_time}


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
        print(json.dumps(run(request["jobs"], tasks, request["limit"])), flush=True)


main()
