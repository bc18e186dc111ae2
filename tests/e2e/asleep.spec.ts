import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

test('a tab that is hidden and frozen in the middle of a run goes on when it is looked at again', async ({
  page,
}) => {
  const bench = new BenchPage(page);
  await bench.open();
  await bench.setEndless();
  await bench.run.click();
  const scored = async (): Promise<number> => {
    const text = await page.getByText(/^[\d,]+ in [\d,]+ behaviours?$/).textContent();
    return Number(text?.split(' ')[0].replaceAll(',', ''));
  };
  await expect.poll(scored).toBeGreaterThan(0);
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  const before = await scored();
  await expect.poll(scored).toBeGreaterThan(before);
  await expect(page.getByText(/lost/)).toHaveCount(0);
  await bench.stop.click();
  await expect(bench.run).toBeEnabled();
});
