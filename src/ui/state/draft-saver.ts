/** What is typed at a task, saved as it comes; a tab that meets the draft of another one asks. */
import type { Library } from '../../host/library/library.ts';
import { keyOf, refOf } from '../../host/library/task-ref.ts';
import type { NamedTask } from '../../host/tasks/named-task.ts';

/** Milliseconds without a key before a draft is saved. */
const PAUSE = 500;

export class DraftSaver {
  private readonly opening: Promise<Library>;
  private readonly onconflict: (named: NamedTask, mine: string) => void;
  /** By task, the revision last seen or saved here. */
  private readonly revisions = new Map<string, number>();
  private readonly told = new Set<string>();
  /** What is saved before the draft of an earlier visit was read would take that for another tab’s. */
  private reading: Promise<unknown> = Promise.resolve();
  private saving: { named: NamedTask; text: string; timer: ReturnType<typeof setTimeout> } | null = null;

  constructor(opening: Promise<Library>, onconflict: (named: NamedTask, mine: string) => void) {
    this.opening = opening;
    this.onconflict = onconflict;
  }

  /** Saves once the keys have come to rest; a draft of another task at once. */
  typed(named: NamedTask, text: string): void {
    this.leave(named);
    clearTimeout(this.saving?.timer);
    this.saving = { named, text, timer: setTimeout(() => void this.flush(), PAUSE) };
  }

  /** Another task than the one that was typed at is on the bench. */
  leave(named: NamedTask): void {
    if (this.saving && this.saving.named !== named) void this.flush();
  }

  /** Saves at once what waits to be saved. */
  async flush(): Promise<void> {
    const { saving } = this;
    if (!saving) return;
    clearTimeout(saving.timer);
    this.saving = null;
    await this.save(saving.named, saving.text);
  }

  /** Writes over what another tab has saved. */
  async overwrite(named: NamedTask, text: string): Promise<void> {
    await this.of(named);
    await this.save(named, text);
  }

  /** What was typed at the task in an earlier visit; null for nothing. */
  of(named: NamedTask): Promise<string | null> {
    const read = this.read(named);
    this.reading = read;
    return read;
  }

  private async read(named: NamedTask): Promise<string | null> {
    const library = await this.opening;
    const draft = await library.draft(refOf(named));
    if (draft) this.revisions.set(keyOf(refOf(named)), draft.revision);
    return draft?.source ?? null;
  }

  private async save(named: NamedTask, text: string): Promise<void> {
    const library = await this.opening;
    await this.reading;
    const ref = refOf(named);
    const key = keyOf(ref);
    const source = text.trim() === '' ? null : text;
    const saved = await library.saveDraft(ref, source, this.revisions.get(key) ?? 0);
    if (saved.kind === 'saved') {
      this.revisions.set(key, saved.revision);
      return;
    }
    const conflict = `${key} ${saved.draft.revision}`;
    if (this.told.has(conflict)) return;
    this.told.add(conflict);
    this.onconflict(named, text);
  }
}
