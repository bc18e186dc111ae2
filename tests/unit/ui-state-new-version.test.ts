import { describe, expect, test } from 'vitest';
import { NewVersion } from '../../src/ui/state/new-version.ts';

function setUp({ newer = true, atStake = false, healed = null as string | null, full = false } = {}) {
  const happened: string[] = [];
  let action: (() => void) | null = null;
  let stored = healed;
  const host = {
    notices: {
      tell(_tone: string, text: string, offered: { run(): void }) {
        happened.push(text);
        action = () => offered.run();
      },
    },
    atStake,
    save: () => Promise.resolve(void happened.push('saved')),
  };
  const services = {
    entry: './assets/index-1.js',
    replaced: () => Promise.resolve(newer),
    reload: () => void happened.push('reloaded'),
    storage: {
      getItem: () => stored,
      setItem(_key: string, value: string) {
        if (full) throw new Error('no room');
        stored = value;
      },
    },
  };
  const accept = async () => {
    action?.();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { versions: new NewVersion(host, services), happened, accept };
}

const ASKED = 'A new version is there.';

describe('a part is missing', () => {
  test('because of a newer version: what is typed is saved, and the page loaded anew, once', async () => {
    const { versions, happened } = setUp();
    await versions.missing();
    expect(happened).toEqual(['saved', 'reloaded']);
    await versions.missing();
    expect(happened).toEqual(['saved', 'reloaded', ASKED]);
  });

  test.each([
    ['where something would be lost', { atStake: true }],
    ['where it did not help before', { healed: './assets/index-1.js' }],
    ['where nobody can tell whether it did', { full: true }],
  ])('is asked for %s', async (_, given) => {
    const { versions, happened, accept } = setUp(given);
    await versions.missing();
    expect(happened).toEqual([ASKED]);
    await accept();
    expect(happened).toEqual([ASKED, 'saved', 'reloaded']);
  });

  test('for another reason: nothing is done', async () => {
    const { versions, happened } = setUp({ newer: false });
    await versions.missing();
    expect(happened).toEqual([]);
  });
});
