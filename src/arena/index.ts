/** What the host calls (src/core/engine/arena.ts declares it). Everything else is inside. */
export { atWork, call1 } from './call';
export { mapColumn } from './columns';
export { arityOf } from './dispatch';
export {
  beginInput,
  callPrimitive,
  callValue,
  endProgram,
  noteFailure,
  result,
  resultA,
  resultAtWork,
  resultB,
  resultReason,
  runProgram,
  setInput,
  setLimits,
  usedFuel,
  valueAt,
} from './evaluate';
export { beginGrid, beginItems, functionOf, integerOf, makeFunction, makeSet, makeTuple } from './exchange';
export { addProgram, beginGraph, graphs } from './graph';
export { beginQuota, enter, newRegion, spent, trim } from './memory';
export { fuel, setCap, setFuel, setWatching } from './meter';
export { beginPair, beginScores, scoreNext, scoreRest } from './score';
export { addArea, areaMask, dropAreas, partners, supersets } from './search/areas';
export {
  applied,
  apply,
  applyRange,
  applyRangeSecond,
  at,
  bankBytes,
  beginBank,
  enterBank,
  probe,
  probed,
  recordAddress,
  setRoot,
  stateCount,
  trainDigest,
  valueOf,
} from './search/bank';
export { addMacro, steps } from './search/macros';
export { addGoal, beginGoals, fittingAt, fittingCount, hitAt, hitCount, setSize } from './search/goals';
export {
  addShape,
  backgroundMask,
  cellCount,
  colourMask,
  combineMasks,
  countIn,
  dropMasks,
  endShapes,
  gridMask,
  listWords,
  maskAt,
  maskCount,
  maskWords,
  newMask,
  pairMask,
  patchMasks,
  recolouring,
  scratchWords,
  sourceMask,
  wrongMask,
} from './search/masks';
export { addPiece, bestPiece, clean, dropPieces, usableAt, usablePieces } from './search/pieces';
export {
  addVector,
  beginVectors,
  enterVectors,
  isVectorValue,
  makeVector,
  setVector,
  vectorBytes,
  vectorFailed,
  vectorSteps,
  vectorValue,
} from './search/vectors';
export { mark, nodeOf, takeBack } from './trace';
export { beginPrints, printOf } from './values/print';
