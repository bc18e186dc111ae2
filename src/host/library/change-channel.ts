/** Tells all tabs, this one included, that something in the library has changed. */
import type { TaskRef } from './task-ref.ts';

export type LibraryEvent =
  | ({ readonly kind: 'solvers' } & TaskRef)
  | ({ readonly kind: 'draft' } & TaskRef)
  /** Of this tab alone. */
  | { readonly kind: 'status' };

type Listener = (event: LibraryEvent) => void;

export class ChangeChannel {
  private readonly listeners = new Set<Listener>();
  private readonly channel: BroadcastChannel | null;

  /** @param name of the database: only those who share one hear each other */
  constructor(name: string) {
    this.channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`${name}-library`);
    this.channel?.addEventListener('message', ({ data }) => {
      if (isEvent(data)) this.tell(data);
    });
  }

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  ring(event: LibraryEvent): void {
    if (event.kind !== 'status') this.channel?.postMessage(event);
    this.tell(event);
  }

  close(): void {
    this.listeners.clear();
    this.channel?.close();
  }

  private tell(event: LibraryEvent): void {
    for (const listener of [...this.listeners]) listener(event);
  }
}

/** Another tab may run another version. */
function isEvent(data: unknown): data is LibraryEvent {
  if (typeof data !== 'object' || data === null) return false;
  const { kind, set, task } = data as Partial<Record<'kind' | 'set' | 'task', unknown>>;
  return (kind === 'solvers' || kind === 'draft') && typeof set === 'string' && typeof task === 'string';
}
