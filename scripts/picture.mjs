// Makes the pictures of the page from the built page, at work:
//   docs/page.png            for the README
//   public/preview.png       what a shared link shows, 1200x630
//   public/icon-192.png, public/icon-512.png   the sign, for an installed page
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { at, ensureBuilt, stampFile } from './shared.mjs';

ensureBuilt('page');
const executablePath = process.env.CHROMIUM_PATH || readFileSync(stampFile('browser'), 'utf8').trim();
const server = await preview({ root: at('.'), preview: { host: '127.0.0.1', port: 0 }, logLevel: 'error' });
const address = `http://127.0.0.1:${server.httpServer.address().port}/`;
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });

try {
  await atWork({ width: 1440, height: 900 }, 1, 'docs/page.png');
  await atWork({ width: 1500, height: 788 }, 0.8, 'public/preview.png');
  for (const size of [192, 512]) await sign(size, `public/icon-${size}.png`);
} finally {
  await browser.close();
  await server.close();
}

/** A starter task that was just solved, its solver and its values. */
async function atWork(viewport, deviceScaleFactor, file) {
  const look = { viewport, deviceScaleFactor, colorScheme: 'light' };
  const page = await browser.newPage({ ...look, serviceWorkers: 'block' });
  await page.goto(address);
  const status = page.getByRole('region', { name: 'Pipeline' }).getByRole('status');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await status.getByText(/Solved/).waitFor({ timeout: 120_000 });
  await page.locator('.monaco-editor .view-lines').first().waitFor({ timeout: 60_000 });
  await page.waitForTimeout(2000); // pictures of values come one after the other
  await page.screenshot({ path: at(file) });
  await page.close();
  process.stderr.write(`${file}\n`);
}

/** The sign on a ground, which whoever shows it may cut to a circle. */
async function sign(size, file) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = readFileSync(at('public/favicon.svg')).toString('base64');
  await page.setContent(
    `<body style="margin:0;display:grid;place-items:center;height:100vh;background:#f4f4f1">
       <img width="${size * 0.6}" height="${size * 0.6}" src="data:image/svg+xml;base64,${svg}">`,
  );
  await page.locator('img').evaluate((image) => image.decode());
  await page.screenshot({ path: at(file) });
  await page.close();
  process.stderr.write(`${file}\n`);
}
