/** The way in for files and pasted text; what recognises them is loaded when the first arrive. */
import type { Intake, IntakeHost } from './intake.ts';
import { loadPart } from './load-part.ts';

export class Arrivals {
  private readonly host: IntakeHost;
  private loading: Promise<Intake> | null = null;

  constructor(host: IntakeHost) {
    this.host = host;
  }

  /** Reads files of any kind, as `Intake` does. */
  async files(files: Iterable<File>): Promise<void> {
    const taken = [...files]; // a list of files is emptied once its event is over
    await (await this.intake())?.files(taken);
  }

  /** Takes what was pasted outside of any field; false where it means nothing. */
  async paste(text: string): Promise<boolean> {
    const intake = await this.intake();
    return intake === null || intake.paste(text);
  }

  private async intake(): Promise<Intake | null> {
    this.loading ??= this.load();
    const intake = await loadPart(this.loading, this.host.notices, 'What reads files');
    if (intake === null) this.loading = null;
    return intake;
  }

  private async load(): Promise<Intake> {
    const [{ Intake }, { startReading }] = await Promise.all([
      import('./intake.ts'),
      import('../../host/reading.ts'),
    ]);
    return new Intake(this.host, startReading);
  }
}
