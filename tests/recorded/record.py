"""What a checkout of arc-dsl makes of calls and programs: JSON on standard input, JSON on standard output.

Started with the folder of the checkout as its argument; with a second one, `ordered`, sets iterate in canonical order.
Values are written as in src/core/values/codec.ts, the members of a set in any order.
"""

import functools
import json
import signal
import sys

sys.path.insert(1, sys.argv[1])  # after the folder of this file
sys.setrecursionlimit(10_000)

import constants  # noqa: E402

if sys.argv[2:] == ["ordered"]:
    import ordered

    dsl, FrozenSet = ordered.load(sys.argv[1]), ordered.Frozen
else:
    import dsl

    FrozenSet = frozenset

SECONDS = 20  # of the processor


class TooLong(BaseException):
    pass


class Unwritable(BaseException):
    pass


def out_of_time(*_):
    raise TooLong


def decode(data):
    if not isinstance(data, dict):
        return data
    ((kind, inner),) = data.items()
    if kind == "g":
        return tuple(tuple(int(cell) for cell in row) for row in inner)
    if kind == "t":
        return tuple(decode(item) for item in inner)
    if kind == "s":
        return FrozenSet(decode(item) for item in inner)
    if kind == "f":
        return getattr(dsl, inner)
    return getattr(dsl, inner[0])(*(decode(part) for part in inner[1:]))


def encode(value):
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, tuple):
        return {"t": [encode(item) for item in value]}
    if isinstance(value, (frozenset, set)):
        return {"s": [encode(item) for item in value]}
    if callable(value) and getattr(dsl, getattr(value, "__name__", ""), None) is value:
        return {"f": value.__name__}
    raise Unwritable


def outcome(work):
    """{"result": value}, {"error": its kind}, or {} where there is nothing to record."""
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        return {"result": encode(work())}
    except (TooLong, Unwritable, RecursionError, MemoryError):
        return {}
    except Exception as error:
        return {"error": type(error).__name__}
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def call(item):
    value = getattr(dsl, item["name"])(*(decode(arg) for arg in item["args"]))
    return value if "apply" not in item else value(*(decode(arg) for arg in item["apply"]))


@functools.cache
def program(source):
    space = {**vars(dsl), **vars(constants)}
    known = set(space)
    exec(source, space)
    (solver,) = (space[name] for name in space if name not in known and name.startswith("solve_"))
    return solver


def main():
    signal.signal(signal.SIGPROF, out_of_time)
    answers = []
    for item in json.load(sys.stdin):
        if "source" in item:
            solver, given = program(item["source"]), decode({"g": item["input"]})
            answers.append(outcome(lambda: solver(given)))
        else:
            answers.append(outcome(lambda: call(item)))
    json.dump({"python": sys.version.split()[0], "answers": answers}, sys.stdout)


main()
