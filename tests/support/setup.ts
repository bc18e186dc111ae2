/** What all unit tests share: random properties are drawn from one seed, so that a fault comes again. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.BATT_SEED ?? 1), numRuns: 150 });
