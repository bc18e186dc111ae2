/** The built page on a server of its own, where a test can put a newer version in its place. */
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from '@playwright/test';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
};

export class Deployment {
  private readonly folder = mkdtempSync(join(tmpdir(), 'batt-page-'));
  private server: Server | null = null;

  /** The address of the page. */
  async start(): Promise<string> {
    cpSync(fileURLToPath(new URL('../../dist/', import.meta.url)), this.folder, { recursive: true });
    this.server = createServer((request, response) => {
      const { pathname } = new URL(request.url!, 'http://batt.test');
      const path = pathname.replace(/^\/deep\/er/, '').replace(/\/$/, '/index.html');
      try {
        const bytes = readFileSync(this.folder + path);
        response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream');
        response.setHeader('Cache-Control', 'no-cache');
        response.end(bytes);
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>((resolve) => this.server!.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/deep/er/`;
  }

  /** Replaces the page by one whose scripts have other names (`a.js` is `a.VERSION.js`), as a build of changed sources has. */
  deploy(version: string): void {
    const assets = join(this.folder, 'assets');
    const names = readdirSync(assets).filter((name) => name.endsWith('.js'));
    const renamed = (text: string) =>
      names.reduce((all, name) => all.replaceAll(name, name.replace('.js', `.${version}.js`)), text);
    for (const name of names) {
      const path = join(assets, name);
      writeFileSync(path, renamed(readFileSync(path, 'utf8')));
      renameSync(path, join(assets, renamed(name)));
    }
    for (const name of ['index.html', 'sw.js']) {
      const path = join(this.folder, name);
      const text = renamed(readFileSync(path, 'utf8'));
      // Its revision is a hash of what it holds.
      writeFileSync(path, text.replace('url:"index.html",revision:"', `$&${version}`));
    }
  }

  /** The pages that it serves are closed first: what they still load would be refused, and be trouble of theirs. */
  async stop(context: BrowserContext): Promise<void> {
    await Promise.all(context.pages().map((page) => page.close()));
    this.server?.closeAllConnections();
    this.server?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
