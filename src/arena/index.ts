/** What the host calls. Everything else is inside. */
export { beginQuota, bytesOf, clear, enter, newRegion, spent, trim } from './memory';
export { fuel, setCap, setFuel, setWatching } from './meter';
export { arityOf } from './dispatch';
export { checkInvariants, checkValue } from './check';
export { atWork, call1 } from './call';
export { mapColumn } from './columns';
export { addProgram, beginGraph, graphs } from './graph';
export * from './evaluate';
export * from './exchange';
export * from './score';
export * from './search/bank';
export * from './search/areas';
export * from './search/goals';
export * from './search/masks';
export * from './trace';
export { beginPrints, printOf } from './values/print';
