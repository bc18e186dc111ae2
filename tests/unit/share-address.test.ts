/** Links in addresses. */
import { describe, expect, test } from 'vitest';
import { sharing } from '../../src/core/inspection/sharing.ts';
import { fromBase64url, toBase64url } from '../../src/core/share/base64url.ts';
import { NO_VIEW, type LinkContent } from '../../src/core/share/content.ts';
import { addressOf, addressAtTask, isLink, linkIn, linkOf, readQuery } from '../../src/host/share/address.ts';
import { makeLink, openLink, taskForLink } from '../../src/host/share/share.ts';
import { starterTasks, plain } from '../support/links.ts';

test('base64url', () => {
  for (let length = 0; length < 40; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 89 + length * 31) & 255);
    const text = toBase64url(bytes);
    expect(text).toBe(Buffer.from(bytes).toString('base64url'));
    expect(fromBase64url(text)).toEqual(bytes);
  }
  expect(['A', 'A=', 'AB', 'A+', 'Aé'].map(fromBase64url)).toEqual([null, null, null, null, null]);
});

describe('addresses', () => {
  test('the query', () => {
    expect(readQuery('')).toEqual({ task: null, embed: null, look: null });
    expect(readQuery('?task=007bbfb7')).toMatchObject({ task: { id: '007bbfb7', dataset: '' } });
    expect(readQuery('?task=a%20b&dataset=ARC-AGI-2&embed')).toEqual({
      task: { id: 'a b', dataset: 'ARC-AGI-2' },
      embed: { theme: null },
      look: null,
    });
    expect(readQuery('?embed&digits&palette=grey&theme=dark').look).toEqual({
      digits: true,
      palette: 'grey',
      theme: 'dark',
    });
    expect(readQuery('?embed=dark').embed).toEqual({ theme: 'dark' });
    expect(readQuery('?embed=pink&task=').embed).toEqual({ theme: null });
    expect(readQuery(`?task=${'a'.repeat(201)}&dataset=%`).task).toBeNull();
  });

  test('what is a link, and a link in a text', () => {
    expect([isLink('#v1.abc'), isLink('#v12.'), isLink('#top'), isLink('')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(linkIn('https://batt.example/x/?embed#v1.s2Jg-_Y')).toBe('#v1.s2Jg-_Y');
    expect(['v1.abc', '#V1.abc.', '<#v1.abc>', 'def solve_v1.x', 'see v1.5'].map(linkIn)).toEqual([
      '#v1.abc',
      '#V1.abc.',
      '#v1.abc>',
      '',
      '',
    ]);
    expect(linkOf({ hash: '', search: '?embed%23v1.abc' })).toBe('%23v1.abc');
    expect(linkOf({ hash: '#top', search: '?task=%23v' })).toBe('');
  });

  test('addresses made', () => {
    const page = 'https://batt.example/sub/?task=old#v1.old';
    expect(addressOf(page, '#v1.new')).toBe('https://batt.example/sub/#v1.new');
    expect(addressOf(page, '#v1.new', { theme: 'dark' })).toBe('https://batt.example/sub/?embed=dark#v1.new');
    expect(addressOf(page, '#v1.new', { theme: null })).toBe('https://batt.example/sub/?embed#v1.new');
    const address = addressAtTask(page, 'a b', 'ARC & co');
    expect(readQuery(new URL(address).search).task).toEqual({ id: 'a b', dataset: 'ARC & co' });
    expect(addressAtTask('https://batt.example/?embed&task=a&dataset=x#v1.y', 'b')).toBe(
      'https://batt.example/?embed&task=b',
    );
  });

  test('through the inspector', async () => {
    const inspector = {
      makeLink: async (content: LinkContent) => ({ ok: true as const, value: sharing.makeLink(content) }),
      openLink: async (hash: string) => ({ ok: true as const, value: sharing.openLink(hash) }),
    };
    const task = plain(starterTasks.complete_butterfly);
    expect(taskForLink('x', 'starter', task, true)).toEqual({ kind: 'known', id: 'x', dataset: 'starter' });
    const content = { task: taskForLink('x', '', task, false), solver: null, view: NO_VIEW };
    const link = await makeLink(content, inspector);
    expect(await openLink(link.ok ? link.value : '', inspector)).toEqual({ ok: true, value: content });
    expect(await openLink('#top', inspector)).toBeNull();
    const gone = async () => ({ ok: false as const, tag: 'crash' as const, why: 'the worker died' });
    expect(await openLink('#v1.x', { makeLink: gone, openLink: gone })).toMatchObject({
      fault: { tag: 'lost' },
    });
  });
});
