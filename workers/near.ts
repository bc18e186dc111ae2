/** The desk's scores for the tab's own thread; loaded when somebody is there to type. */
import { inspectorOf } from '../src/core/desk/inspect.ts';
import type { Inspection, InspectRequest } from '../src/core/desk/types.ts';
import { arenaOf } from './arena.ts';

export function inspectorOn(compiled: WebAssembly.Module): (request: InspectRequest) => Inspection {
  return inspectorOf(arenaOf(compiled));
}
