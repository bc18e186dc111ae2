/** The way in and out of the arena's module: what it exports, and what it asks of its host. */

/** A value in memory. */
export type Handle = number;

/** What the module exports, as far as the engine calls it. */
export interface ArenaExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  newRegion(): number;
  enter(region: number): number;
  trim(): void;
  beginQuota(bytes: number): void;
  setFuel(steps: bigint): void;
  setCap(elements: bigint): void;
  setWatching(on: number): void;
  readonly fuel: { readonly value: bigint };
  readonly atWork: { readonly value: number };
  functionOf(code: number): Handle;
  integerOf(value: number): Handle;
  beginItems(count: number): number;
  makeTuple(items: number): Handle;
  makeSet(items: number): Handle;
  beginGrid(height: number, width: number): Handle;
  makeFunction(code: number, parts: number): Handle;
  call1(fn: Handle, argument: Handle): Handle;
  mapColumn(fn: Handle, column: number, count: number): void;
  callPrimitive(code: number, count: number, a: Handle, b: Handle, c: Handle, d: Handle): Handle;
  beginGraph(): void;
  addProgram(words: number, count: number): number;
  setLimits(steps: number, bytes: number): void;
  beginInput(): void;
  setInput(value: Handle): void;
  runProgram(program: number): number;
  noteFailure(reason: number, a: number, b: number): number;
  endProgram(program: number): void;
  valueAt(program: number, at: number): Handle;
  readonly result: { readonly value: Handle };
  readonly usedFuel: { readonly value: number };
  readonly resultReason: { readonly value: number };
  readonly resultAtWork: { readonly value: number };
  readonly resultA: { readonly value: number };
  readonly resultB: { readonly value: number };
  readonly graphs: { readonly value: number };
  beginScores(pairs: number): number;
  beginPair(index: number, output: Handle): void;
  scoreRest(): void;
  scoreNext(): void;
  callValue(callee: Handle, args: number): Handle;
  arityOf(code: number): number;
  readonly spent: { readonly value: number };
  // Looking at every value (src/arena/trace.ts).
  mark(): void;
  takeBack(): void;
  nodeOf(program: number, at: number): number;
  beginPrints(): void;
  printOf(value: Handle): bigint;
  // The bank of a search (src/arena/search).
  beginBank(inputs: number, train: number, area: number): void;
  setRoot(input: number, value: Handle): void;
  enterBank(): void;
  bankBytes(): number;
  addMacro(words: number, count: number, type: number, steps: number): number;
  apply(macro: number, x: number, y: number): number;
  applyRange(macro: number, first: number, last: number, y: number): number;
  applyRangeSecond(macro: number, x: number, first: number, last: number): number;
  probe(macro: number, x: number): void;
  probed(input: number): Handle;
  valueOf(state: number, input: number): Handle;
  recordAddress(state: number): number;
  trainDigest(words: number): bigint;
  readonly at: { readonly value: number };
  readonly applied: { readonly value: number };
  readonly steps: { readonly value: number };
  readonly stateCount: { readonly value: number };
  beginGoals(): void;
  addGoal(digest: bigint): number;
  setSize(pair: number, height: number, width: number): void;
  hitAt(i: number): number;
  readonly hitCount: { readonly value: number };
  fittingAt(i: number): number;
  readonly fittingCount: { readonly value: number };
  addShape(pair: number, height: number, width: number): void;
  endShapes(): number;
  readonly maskWords: { readonly value: number };
  readonly maskCount: { readonly value: number };
  maskAt(mask: number): number;
  newMask(): number;
  dropMasks(count: number): void;
  colourMask(colour: number): number;
  pairMask(pair: number): number;
  patchMasks(state: number): number;
  wrongMask(state: number): number;
  backgroundMask(state: number): number;
  dropAreas(): void;
  addArea(mask: number): number;
  areaMask(area: number): number;
  listWords(words: number): number;
  scratchWords(words: number): number;
  readonly cellCount: { readonly value: number };
  supersets(needed: number, bad: number, into: number): void;
  partners(area: number, needed: number, bad: number, into: number): void;
  recolouring(state: number): number;
  gridMask(state: number, colour: number, colours: number): number;
  sourceMask(colours: number): number;
  countIn(a: number, b: number, c: number): number;
  combineMasks(op: number, a: number, b: number, into: number): void;
  dropPieces(count: number): void;
  // Vectors of values (src/arena/search/vectors.ts).
  beginVectors(inputs: number): void;
  enterVectors(): void;
  vectorBytes(): number;
  setVector(input: number, value: Handle): void;
  addVector(): number;
  makeVector(code: number, count: number, a: number, b: number, c: number, d: number, steps: number): number;
  vectorFailed(steps: number): void;
  vectorValue(vector: number, input: number): Handle;
  isVectorValue(vector: number, input: number, value: Handle): number;
  readonly vectorSteps: { readonly value: number };
  addPiece(paints: number, wrong: number): number;
  usablePieces(residual: number, painted: number, most: number): number;
  usableAt(): number;
  bestPiece(list: number, count: number, residual: number, painted: number): number;
  clean(piece: number, painted: number): number;
}

/** Functions that the module asks of its host. */
export interface ArenaImports {
  host: {
    raise(reason: number, a: number, b: number): void;
    choose(items: number, count: number): number;
    attempt(fn: Handle, argument: Handle): Handle;
    column(fn: Handle, column: number, count: number): number;
  };
  env: { abort(message: number, file: number, line: number, column: number): void };
}

/** Makes an instance of the module with these imports. */
export type Instantiate = (imports: ArenaImports) => ArenaExports;
