/** What the inspector worker answers. */
import type { InspectorApi } from '../core/inspection/types.ts';

export type * from '../core/inspection/types.ts';

export interface InspectorWorkerApi extends InspectorApi {
  /** The arena core, compiled: for a thread that may not compile. */
  compiled(): WebAssembly.Module;
}
