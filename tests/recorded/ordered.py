"""The module dsl of arc-dsl with sets that iterate in Batt's canonical order (src/core/values/order.ts), CPython unchanged.

Where the order of a set decides a result, CPython's is an accident of hashing; this tells what the order alone makes.
"""

import ast
import types


def rank(value):
    """A key that sorts as canonical order does: None, numbers, tuples, sets, functions."""
    if value is None:
        return (0,)
    if isinstance(value, int):
        return (1, int(value))
    if isinstance(value, tuple):
        return (2, tuple(rank(item) for item in value))
    if isinstance(value, (set, frozenset)):
        return (3, tuple(sorted(rank(item) for item in frozenset.__iter__(frozenset(value)))))
    return (4, getattr(value, "__name__", ""))


def ordered(base):
    """A class of sets that iterate ascending, and whose operations give such sets again."""

    def again(name):
        plain = getattr(base, name)

        def operation(self, *others):
            result = plain(self, *others)
            return result if result is NotImplemented else kind(result)

        return operation

    names = ["__and__", "__or__", "__sub__", "__xor__", "union", "intersection", "difference"]
    body = {name: again(name) for name in names}
    body["__iter__"] = lambda self: iter(sorted(base.__iter__(self), key=rank))
    kind = type("Ordered" + base.__name__, (base,), body)
    return kind


Frozen, Mutable = ordered(frozenset), ordered(set)


class Sets(ast.NodeTransformer):
    """Puts the ordered classes where the source makes sets."""

    def visit_Name(self, node):
        known = {"frozenset": "Frozen", "set": "Mutable"}
        return ast.copy_location(ast.Name(known.get(node.id, node.id), node.ctx), node)

    def made(self, node):
        self.generic_visit(node)
        name = ast.Name("Mutable", ast.Load())
        return ast.fix_missing_locations(ast.copy_location(ast.Call(name, [node], []), node))

    visit_Set = visit_SetComp = made


def load(folder):
    """The module dsl of the folder, with ordered sets."""
    with open(f"{folder}/dsl.py") as file:
        tree = Sets().visit(ast.parse(file.read()))
    module = types.ModuleType("dsl")
    vars(module).update(Frozen=Frozen, Mutable=Mutable)
    exec(compile(tree, f"{folder}/dsl.py", "exec"), vars(module))
    return module
