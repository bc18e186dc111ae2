import { describe, expect, test } from 'vitest';
import type { LinkContent, LinkInspector } from '../../src/host/share/share.ts';
import type { NamedTask } from '../../src/host/tasks/named-task.ts';
import { AddressBar } from '../../src/ui/state/address-bar.ts';
import type { DialogName } from '../../src/ui/state/dialog-name.ts';
import { Links } from '../../src/ui/state/links.ts';
import { placeSolver } from '../../src/ui/state/place-solver.ts';
import { Sharing } from '../../src/ui/state/sharing.svelte.ts';
import { named, settle, spokenNotices, TASK } from '../support/page.ts';

const NO_VIEW = { pair: null, step: null, form: null, theme: null };
const SET = { set: { key: 'agi', name: 'AGI training' } };

/** An inspector that reads and writes nothing but this content. */
const inspectorOf = (content: LinkContent): LinkInspector => ({
  makeLink: () => Promise.resolve({ ok: true, value: { ok: true, value: '#v1.made' } }),
  openLink: () => Promise.resolve({ ok: true, value: { ok: true, value: content } }),
});

function windowAt(address: string) {
  const written: string[] = [];
  const { href, search, hash } = new URL(address, 'https://batt.test/sub/');
  return {
    location: { href, search, hash },
    history: {
      replaceState: (_data: unknown, _unused: string, url: string) => void written.push(`= ${url}`),
      pushState: (_data: unknown, _unused: string, url: string) => void written.push(`+ ${url}`),
    },
    written,
  };
}

function page(address: string, tasks: NamedTask[], content: Partial<LinkContent> = {}) {
  const notices = spokenNotices();
  const placed: string[] = [];
  const host = {
    bench: null as { named: NamedTask; pair: number } | null,
    tasks: tasks as readonly NamedTask[],
    inspector: inspectorOf({ task: null, solver: null, view: NO_VIEW, ...content }),
    notices,
    look: { wear: () => {} },
    dialog: null as DialogName | null,
    loaded: false,
    kept: true,
    datasets: {
      find: (name: string) => (name === 'agi' ? SET : null),
      restore: () => Promise.resolve(),
      load: () => {
        host.tasks = [...host.tasks, named('t1', 'agi')];
        return Promise.resolve(true);
      },
    },
    open: (task: NamedTask) => void (host.bench = { named: task, pair: 0 }),
    addTasks(added: readonly NamedTask[], { keep = true } = {}) {
      host.tasks = [...host.tasks, ...added];
      host.kept = keep;
    },
    freeId: (id: string) => `${id}_2`,
    place: (source: string, from: string) => void placed.push(`${from}: ${source}`),
  };
  const window = windowAt(address);
  const bar = new AddressBar(window);
  return { host, links: new Links(host, bar), bar, notices, placed, written: window.written };
}

describe('the address', () => {
  test('opens the task that it names, and follows the task from there', async () => {
    const [a, b] = [named('a', 'starter'), named('b', 'starter')];
    const { host, links, bar, written } = page('?task=b', [a, b]);
    await links.openAddress();
    expect(host.bench?.named).toBe(b);
    bar.show(b);
    expect(written).toEqual(['= https://batt.test/sub/?task=b']);
    bar.show(a);
    bar.show(a);
    expect(written.slice(1)).toEqual(['+ https://batt.test/sub/?task=a&dataset=starter']);
  });

  test('stays bare at the first task, and an entry brings its task back without another one', async () => {
    const [a, b] = [named('a', 'starter'), named('b')];
    const { host, links, bar, written } = page('', [a, b]);
    bar.show(a);
    bar.show(b);
    expect(written).toEqual(['= https://batt.test/sub/', '+ https://batt.test/sub/?task=b']);
    await links.openEntry({ task: 'a', dataset: 'starter' });
    expect(host.bench?.named).toBe(a);
    bar.show(a);
    await links.openEntry(null);
    expect(written).toHaveLength(2);
  });

  test('means an own task by a name alone, and else that of a data set', async () => {
    const [starter, own] = [named('a', 'starter'), named('a')];
    const { host, links } = page('?task=a', [starter, own]);
    await links.openAddress();
    expect(host.bench?.named).toBe(own);
  });

  test('names a task that is nowhere, or in a set that can be loaded', async () => {
    const nowhere = page('?task=t1', []);
    await nowhere.links.openAddress();
    expect(nowhere.notices.texts[0]).toMatch(/^bad: There is no task t1 here/);
    const { links, host, notices } = page('?task=t1&dataset=agi', [named('t1', 'starter')]);
    await links.openAddress();
    expect([host.bench, notices.texts]).toEqual([
      null,
      ['warn: The task t1 is of AGI training, which is not loaded.'],
    ]);
    notices.press();
    await settle();
    expect([host.dialog, host.bench!.named.dataset]).toEqual(['tasks', 'agi']);
  });
});

describe('a link', () => {
  test('opens task, pair and solver; a pair that is not there is the last', async () => {
    const { host, links, placed } = page('#v1.x', [named('a', 'starter')], {
      task: { kind: 'known', id: 'a', dataset: '' },
      solver: 'def …',
      view: { ...NO_VIEW, pair: 9 },
    });
    await links.openAddress();
    expect([host.bench?.pair, placed]).toEqual([1, ['link: def …']]);
  });

  test('brings a whole task that is not kept, under a free name, once', async () => {
    const other = { ...TASK, test: [{ input: [[5]], output: null }] };
    const content = { task: { kind: 'whole', id: 'mine', task: other } } as const;
    const { host, links } = page('#v1.x', [named('mine')], content);
    await links.openHash('#v1.x');
    await links.openHash('#v1.x');
    expect([host.bench?.named.id, host.tasks.length, host.kept]).toEqual(['mine_2', 3, false]);
    const same = page('#v1.x', [named('mine', '', other)], content);
    await same.links.openHash('#v1.x');
    expect([same.host.bench?.named.id, same.host.tasks.length]).toEqual(['mine', 1]);
  });

  test('is none of our business where it is an anchor', async () => {
    const { links, notices, host } = page('#top', [named('a')]);
    await links.openHash('#top');
    expect([notices.texts, host.bench]).toEqual([[], null]);
  });
});

describe('Share', () => {
  const bench = { named: named('a'), pair: 1, solver: { text: 'def …', empty: false } };

  test('writes the link to the address bar and copies it, or says that it could not', async () => {
    for (const allowed of [true, false]) {
      const window = windowAt('');
      const host = { bench, inspector: inspectorOf({ task: null, solver: null, view: NO_VIEW }) };
      const sharing = new Sharing(host, new AddressBar(window), () => Promise.resolve(allowed));
      await sharing.share();
      expect(window.written).toEqual(['= https://batt.test/sub/#v1.made']);
      expect([sharing.copied, sharing.status === 'Link copied']).toEqual([allowed, allowed]);
    }
  });

  test('says where the solver cannot be sent', async () => {
    const fault = { tag: 'solver', path: 'solver:4:9', message: 'a name is expected' } as const;
    const inspector = {
      ...inspectorOf({ task: null, solver: null, view: NO_VIEW }),
      makeLink: () => Promise.resolve({ ok: true, value: { ok: false, fault } } as const),
    };
    const sharing = new Sharing({ bench, inspector }, new AddressBar(windowAt('')), () =>
      Promise.resolve(true),
    );
    await sharing.share();
    expect([sharing.address, sharing.status]).toEqual([
      '',
      'The solver cannot be sent yet: line 4, column 9: a name is expected',
    ]);
  });
});

describe('a solver from elsewhere', () => {
  function bench(text: string, automatic: boolean) {
    const solver = { text, empty: text === '', automatic, write: (to: string) => void (solver.text = to) };
    return { named: named('a'), draft: 'new' as string | null, solver };
  }
  const host = () => ({ notices: spokenNotices(), open: () => {} });

  test.each([
    ['', false],
    ['found by a run', true],
  ])('takes the place of %j at once', (text, automatic) => {
    const target = bench(text, automatic);
    placeSolver(host(), target, 'new', 'link');
    expect([target.solver.text, target.draft]).toEqual(['new', null]);
  });

  test('is offered where somebody wrote one, which can be taken back', () => {
    const target = bench('mine', false);
    const page = host();
    placeSolver(page, target, 'new', 'library');
    expect([target.solver.text, page.notices.texts.length]).toEqual(['mine', 1]);
    page.notices.press();
    expect(target.solver.text).toBe('new');
    page.notices.press();
    expect(target.solver.text).toBe('mine');
  });
});
