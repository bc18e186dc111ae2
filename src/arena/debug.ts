/** What the debug build exports: all that the host calls, and what only tests look at. */
export * from './index';
export { checkInvariants, checkValue } from './check';
export { setMostShared } from './evaluate';
export { clear } from './memory';
export { equal, hashOf } from './values/order';
