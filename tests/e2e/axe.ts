/** What axe finds wrong for those who do not see the page, or not well. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

export interface Rules {
  readonly only?: string;
  readonly except?: string;
}

/** All findings on the page, or within a part of it. Monaco is its makers' own. */
export async function findings(page: Page, rules: Rules = {}, within?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).exclude('.monaco-editor').exclude('#task-list svg');
  axe.setLegacyMode(); // without a blank page of its own for each answer, which takes longer than looking
  if (within !== undefined) axe.include(within);
  if (rules.only !== undefined) axe.withRules(rules.only);
  if (rules.except !== undefined) axe.disableRules(rules.except);
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
}
