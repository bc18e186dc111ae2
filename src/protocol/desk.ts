/** What the desk worker answers. */
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
