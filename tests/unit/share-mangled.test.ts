/** Links that a chat, a mail or a writing aid has changed: they open where their content is whole. */
import { describe, expect, test } from 'vitest';
import { NO_VIEW, type LinkContent } from '../../src/core/share/content.ts';
import { decodeLink } from '../../src/core/share/link.ts';
import { isLink, linkIn, linkOf } from '../../src/host/share/address.ts';
import { recognise } from '../../src/host/tasks/pasted.ts';
import { made, plain, starterSolvers, starterTasks } from '../support/links.ts';

const id = 'complete_butterfly';
const content: LinkContent = {
  task: { kind: 'whole', id, task: plain(starterTasks[id]) },
  solver: starterSolvers.get(id) ?? '',
  view: NO_VIEW,
};
const link = made(content);
const whole = { ok: true, value: content };
const page = 'https://batt.example/x/?embed=dark';

const half = link.length >> 1;
const cut = (mark: string): string => `${link.slice(0, half)}${mark}${link.slice(half)}`;
const pieces = (mark: string): string => link.replace(/.{76}/g, (line) => line + mark);

/** What is appended to the fragment, or done to it. */
const CHANGES: readonly (readonly [string, string])[] = [
  ['>', `${link}>`],
  ['"', `${link}"`],
  ['*', `**${link}**`],
  ['_', `${link}_`],
  ['a space', `${link} `],
  ['words', `${link} is what I mean`],
  ['a full stop', `${link}.`],
  ['a bracket and more', `${link})](https://x.example)`],
  ['parameters', `${link}&utm_source=chat&utm_medium=x`],
  ['parameters with a question mark', `${link}?utm_source=chat`],
  ['an entity', `${link}&gt;`],
  ['a line break', cut('\n')],
  ['a line break of Windows and indentation', cut('\r\n    ')],
  ['lines of a mail', pieces('=\n')],
  ['lines that were quoted', pieces('\n> > ')],
  ['a space inside', cut(' ')],
  ['what cannot be seen inside', cut('\u200b')],
  ['a soft hyphen', cut('\u00ad')],
  ['escapes', encodeURIComponent(link).replaceAll('-', '%2D').replaceAll('.', '%2E')],
  ['escapes of escapes', encodeURIComponent(encodeURIComponent(`${link}>`))],
  ['an escape that is broken', `%23${link.slice(1)}%3E%`],
  ['two marks', `#${link}`],
  ['a route', `#/${link.slice(1)}`],
  ['a route of old', `#!${link.slice(1)}`],
  ['a capital letter', `#V${link.slice(2)}`],
  ['no mark', link.slice(1)],
];

test('there are hyphens in the link, so that what writing aids do is met', () => {
  const dashed = [...starterSolvers.keys()].map((one) =>
    made({ ...content, solver: starterSolvers.get(one) ?? '' }),
  );
  const twice = dashed.find((one) => one.includes('--'));
  const once = dashed.find((one) => /[^-]-[^-]/.test(one));
  expect(decodeLink((twice ?? '').replaceAll('--', '\u2014'))).toEqual(decodeLink(twice ?? ''));
  expect(decodeLink((once ?? '').replaceAll('-', '\u2013'))).toMatchObject({ ok: true });
});

test.each(CHANGES)('with %s it opens', (_, changed) => {
  expect(decodeLink(changed)).toEqual(whole);
});

describe('in the address bar', () => {
  test.each(CHANGES)('with %s it opens', (_, changed) => {
    const fragment = changed.startsWith('#') ? changed.slice(1) : changed;
    const url = new URL(`${page}#${fragment}`);
    expect(isLink(url.hash)).toBe(true);
    expect(decodeLink(linkOf(url))).toEqual(whole);
  });

  test('with its mark escaped it opens', () => {
    for (const mark of ['%23', '%2523'])
      expect(decodeLink(linkOf(new URL(`${page}${mark}${link.slice(1)}`)))).toEqual(whole);
  });
});

describe('pasted', () => {
  test.each(CHANGES)('with %s it opens', (_, changed) => {
    for (const text of [
      changed,
      `${page}${changed.includes('#') || changed.includes('%23') ? '' : '#'}${changed}`,
    ]) {
      const pasted = recognise(text);
      expect(pasted.kind).toBe('link');
      if (pasted.kind === 'link') expect(decodeLink(pasted.hash)).toEqual(whole);
    }
  });

  test('a text about versions is none', () => {
    for (const text of ['version v1.5 is out', 'def solve_a(I):  # v1.2\n    return I', '# v1.2\n[1]'])
      expect(linkIn(text) === '' || recognise(text).kind !== 'link').toBe(true);
  });
});

describe('what is not whole says what is wrong', () => {
  test('cut anywhere', () => {
    for (let length = 4; length < link.length; length += 3) {
      const opened = decodeLink(link.slice(0, length));
      expect(opened.ok, `${length}`).toBe(false);
      if (!opened.ok) expect(opened.fault.message).toMatch(/^The link is damaged: /);
    }
  });

  test('with a character changed anywhere', () => {
    for (let at = 4; at < link.length; at += 5) {
      const other = link[at] === 'A' ? 'B' : 'A';
      expect(decodeLink(link.slice(0, at) + other + link.slice(at + 1)).ok, `${at}`).toBe(false);
    }
  });

  test.each(['#v1', '#V1.', '##v1.', '#/v2.abc'])('%s', (fragment) => {
    expect(isLink(fragment)).toBe(true);
    expect(decodeLink(fragment).ok).toBe(false);
  });

  test.each(['', '#', '#top', '#/', '#value1.x', '#solve_v1.x'])('%s is no link', (fragment) => {
    expect(isLink(fragment)).toBe(false);
  });
});
