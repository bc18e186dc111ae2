/** Light or dark as the system has it, or whatever the system prefers. */

export type Theme = 'system' | 'light' | 'dark';

const SYSTEM_DARK = '(prefers-color-scheme: dark)';
const CHANGED = 'batt-theme';
/** Rules that ask for a scheme, with what they ask for. Safe to share: they belong to the one document. */
const asking = new Map<CSSMediaRule, string>();

export function setTheme(theme: Theme): void {
  document.documentElement.style.colorScheme = theme === 'system' ? '' : theme;
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSMediaRule)) continue;
      const asks = /prefers-color-scheme:\s*(light|dark)/.exec(rule.conditionText)?.[1];
      if (asks) asking.set(rule, asks);
    }
  }
  for (const [rule, asks] of asking)
    rule.media.mediaText =
      theme === 'system' ? `(prefers-color-scheme: ${asks})` : asks === theme ? 'all' : 'not all';
  dispatchEvent(new Event(CHANGED));
}

export function isDark(): boolean {
  const forced = document.documentElement.style.colorScheme;
  return forced === '' ? matchMedia(SYSTEM_DARK).matches : forced === 'dark';
}

/** Says how to undo it. */
export function onThemeChange(listener: () => void): () => void {
  const system = matchMedia(SYSTEM_DARK);
  system.addEventListener('change', listener);
  addEventListener(CHANGED, listener);
  return () => {
    system.removeEventListener('change', listener);
    removeEventListener(CHANGED, listener);
  };
}
