/** What the address of the page asks for: pure functions of its parts. */

/** `?task=ID`, `?dataset=NAME`, `?embed` (any theme), `?embed=dark` or `?embed&theme=dark`. */
export interface Query {
  readonly task: { readonly id: string; /** '' for any data set. */ readonly dataset: string } | null;
  /** The read-and-run view for pages and slides; null for the whole playground. */
  readonly embed: { readonly theme: 'light' | 'dark' | null } | null;
  /** How it is to look, with what was not asked for left out; null where nothing was. */
  readonly look: LookWish | null;
}

/** `?digits`, `?palette=safe`, `?theme=dark`, and what `?embed` says of the theme. */
export interface LookWish {
  readonly digits?: true;
  readonly palette?: string;
  readonly theme?: 'light' | 'dark';
}

/** UTF-16 units of an id or a name; longer ones are no names. */
const MAX_NAME = 200;

/** @param search the query of the address, with or without its ? */
export function readQuery(search: string): Query {
  const params = new URLSearchParams(search);
  const id = nameIn(params, 'task');
  const embed = params.get('embed');
  const theme = themeIn(embed) ?? themeIn(params.get('theme'));
  const palette = nameIn(params, 'palette');
  const look: LookWish = {
    ...(params.has('digits') ? { digits: true } : {}),
    ...(palette === '' ? {} : { palette }),
    ...(theme === null ? {} : { theme }),
  };
  return {
    task: id === '' ? null : { id, dataset: nameIn(params, 'dataset') },
    embed: embed === null ? null : { theme },
    look: Object.keys(look).length === 0 ? null : look,
  };
}

function themeIn(text: string | null): 'light' | 'dark' | null {
  return text === 'dark' || text === 'light' ? text : null;
}

function nameIn(params: URLSearchParams, key: string): string {
  const name = params.get(key)?.trim() ?? '';
  return name.length <= MAX_NAME ? name : '';
}

/** How a link begins, however it came through: `v1.` after marks of any kind. */
const BEGIN = /^(?:%(?:25)*[0-9a-f]{2}|[^A-Za-z0-9])*v\d{1,9}(?:\.|%(?:25)*2e|$)/i;

/** Whether a fragment claims to be a link, of whatever version; other fragments are none of our business. */
export function isLink(hash: string): boolean {
  return BEGIN.test(hash);
}

/** The link of an address: its fragment, or what an escaped # has put into its query; '' where there is none. */
export function linkOf({ hash, search }: { readonly hash: string; readonly search: string }): string {
  if (isLink(hash)) return hash;
  const at = search.search(/%(?:25)*23/i);
  const escaped = at < 0 ? '' : search.slice(at);
  return isLink(escaped) ? escaped : '';
}

/**
 * The link in a text that somebody pastes: a whole address with what a chat made of it, or the fragment alone; '' where
 * there is none.
 */
export function linkIn(text: string): string {
  const found =
    /(?:#|%(?:25)*23)[/!#]*(v\d{1,9}(?:\.|%(?:25)*2e)[^]*)$/i.exec(text) ??
    /^[^A-Za-z0-9]*(v\d{1,9}\.[\w-].*)$/is.exec(text);
  return found === null ? '' : `#${found[1]}`;
}

/** The address of the page with a link in place of its fragment; `embed` as in `Query`, null for the playground. */
export function addressOf(page: string, link: string, embed: Query['embed'] = null): string {
  const url = new URL(page);
  url.search = embed === null ? '' : `?embed${embed.theme === null ? '' : `=${embed.theme}`}`;
  url.hash = link;
  return url.href;
}

/** The address of the page at a task by its name; what else it asks for stays. */
export function addressAtTask(page: string, id: string, dataset = ''): string {
  const url = new URL(page);
  url.searchParams.delete('task');
  url.searchParams.delete('dataset');
  url.searchParams.set('task', id);
  if (dataset !== '') url.searchParams.set('dataset', dataset);
  url.search = url.search.replace(/=(?=&|$)/g, '');
  url.hash = '';
  return url.href;
}
