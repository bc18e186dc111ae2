// Renews docs/advisories.json, against which `npm run unit -- advisories` holds package-lock.json where there is no network:
//   node scripts/advisories.mjs
// What npm's registry says of the packages in the lock file is added; what is listed stays, since it is still true of the
// versions that it names. The registry has to be reached, and to answer audits.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { at, fail, root } from './shared.mjs';

const file = at('docs/advisories.json');
const audit = spawnSync('npm', ['audit', '--json', '--package-lock-only'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 2 ** 26,
  shell: process.platform === 'win32',
});

let report = null;
try {
  report = JSON.parse(audit.stdout);
} catch {
  // It says on stderr what was wrong.
}
if (!report?.vulnerabilities) fail(`npm audit gave no answer:\n${audit.stderr}`);

const { advisories } = JSON.parse(readFileSync(file, 'utf8'));
const key = (entry) => `${entry.package} ${entry.id}`;
const all = new Map(advisories.map((entry) => [key(entry), entry]));
for (const { via } of Object.values(report.vulnerabilities)) {
  for (const one of via) {
    if (typeof one === 'string') continue; // another package of the list is the cause
    const entry = { package: one.name, range: one.range, id: one.url.split('/').at(-1) };
    all.set(key(entry), entry);
  }
}
const sorted = [...all.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
const line = (entry) =>
  `    ${JSON.stringify(entry)
    .replace(/([:,])"/g, '$1 "')
    .replace(/^\{/, '{ ')
    .replace(/\}$/, ' }')}`;
const today = new Date().toISOString().slice(0, 10);
writeFileSync(
  file,
  `{\n  "renewed": "${today}",\n  "advisories": [\n${sorted.map(line).join(',\n')}\n  ]\n}\n`,
);
process.stderr.write(`${all.size} advisories, ${all.size - advisories.length} of them new\n`);
