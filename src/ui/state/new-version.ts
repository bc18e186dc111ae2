/** A newer version of the page: it is offered, and taken without asking only where a part is missing and nothing is lost. */

import { entryOf, replaced } from '../../host/versions.ts';

export interface VersionHost {
  readonly notices: {
    tell(tone: 'info' | 'warn', text: string, action: { label: string; run(): void }): void;
  };
  /** Something is on the page that a reload would lose. */
  readonly atStake: boolean;
  /** Saves what is being typed. */
  save(): Promise<void>;
}

export interface VersionServices {
  /** The version that this tab runs. */
  readonly entry: string | null;
  replaced(entry: string | null): Promise<boolean>;
  reload(): void;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
}

/** For which version a missing part was mended by loading the page anew. */
const HEALED = 'batt-healed';

const ofTab = (): VersionServices => ({
  entry: entryOf(document),
  replaced,
  reload: () => location.reload(),
  storage: {
    getItem: (key) => sessionStorage.getItem(key),
    setItem: (key, to) => sessionStorage.setItem(key, to),
  },
});

export class NewVersion {
  private readonly host: VersionHost;
  private readonly services: VersionServices;

  constructor(host: VersionHost, services: VersionServices = ofTab()) {
    this.host = host;
    this.services = services;
  }

  /** Offers to load the new version. */
  offer(take: () => void): void {
    // It stays until it is answered, as good news would not.
    this.host.notices.tell('warn', 'A new version is there.', {
      label: 'Reload',
      run: () => void this.host.save().then(take),
    });
  }

  /**
   * A part of the page could not be loaded. Where that is because a newer version took its place, the page is loaded
   * anew, once; it is asked first where that would lose something, or did not help before.
   */
  async missing(): Promise<void> {
    const { entry, reload } = this.services;
    if (!(await this.services.replaced(entry))) return;
    if (this.host.atStake || !this.first()) {
      this.offer(() => reload());
      return;
    }
    await this.host.save();
    reload();
  }

  /** Whether this version has not been mended yet in this tab; false where that cannot be kept. */
  private first(): boolean {
    const { storage, entry } = this.services;
    try {
      if (entry === null || storage.getItem(HEALED) === entry) return false;
      storage.setItem(HEALED, entry);
      return true;
    } catch {
      return false;
    }
  }
}
