/** The inspector's scores for the tab's own thread; loaded when somebody is there to type. */
import { inspectOf } from '../src/core/inspection/inspect.ts';
import type { Inspection, InspectRequest } from '../src/core/inspection/types.ts';
import { arenaOf } from './arena.ts';

export function inspectorOn(compiled: WebAssembly.Module): (request: InspectRequest) => Inspection {
  return inspectOf(arenaOf(compiled));
}
