# Solvers kept in Batt, version 1. A remark "# kept" belongs to the function below it.


# kept {"lines":3,"task":"67a3c6ac","hash":"defd30e0cb97f66d","score":{"matched":2,"pairs":3,"accuracy":0.75},"length":1,"cost":120,"origin":"a run","date":1763800000000,"dataset":"ARC-AGI-2 training @f3283f7","notes":"","star":false}
def solve_67a3c6ac(I):
    O = hmirror(I)
    return O


# kept {"lines":3,"task":"67a3c6ac","hash":"b38239ac583d32c7","score":{"matched":3,"pairs":3,"accuracy":1},"length":1,"cost":120,"origin":"a run","date":1763800000000,"dataset":"ARC-AGI-1 training @3990304","notes":"two\nlines","star":true}
def solve_67a3c6ac(I):
    O = vmirror(I)
    return O


# kept {"lines":3,"task":"absent","hash":"fa56376b65303ab1","score":{"matched":0,"pairs":0,"accuracy":0},"length":1,"cost":0,"origin":"solvers.py","date":1763800000000,"dataset":"","notes":"","star":false}
def solve_absent(I):
    O = dmirror(I)
    return O


# kept {"lines":3,"task":"mine","hash":"11ac5a1ed89c0314","score":{"matched":2,"pairs":3,"accuracy":0.75},"length":1,"cost":120,"origin":"a run","date":1763800000000,"dataset":"","notes":"","star":false}
def solve_mine(I):
    O = rot90(I)
    return O


# kept {"lines":3,"task":"mirror_quilt","hash":"4b73b6b7870c054a","score":{"matched":2,"pairs":3,"accuracy":0.75},"length":1,"cost":120,"origin":"the editor","date":1763800000000,"dataset":"starter","notes":"","star":false}
def solve_mirror_quilt(I):
    O = rot180(I)
    return O
