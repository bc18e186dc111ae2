/** What the desk worker answers. */
import type { DeskApi } from '../core/desk/types.ts';

export type {
  DeskApi,
  FileReport,
  Inspection,
  InspectRequest,
  OutputsRequest,
  PairFault,
  PairResult,
  PrintRequest,
  SolverResult,
} from '../core/desk/types.ts';

export interface DeskWorkerApi extends DeskApi {
  /** The arena core, compiled: for a thread that may not compile. */
  compiled(): WebAssembly.Module;
}
