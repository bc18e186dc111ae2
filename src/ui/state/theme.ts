/** Light or dark whatever the browser prefers, for pages and slides that show Batt inside of themselves. */

export function forceTheme(theme: 'light' | 'dark'): void {
  document.documentElement.style.colorScheme = theme;
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSMediaRule)) continue;
      const asks = /prefers-color-scheme:\s*(light|dark)/.exec(rule.conditionText)?.[1];
      if (asks) rule.media.mediaText = asks === theme ? 'all' : 'not all';
    }
  }
}
