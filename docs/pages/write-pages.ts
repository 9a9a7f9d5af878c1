// Writes scenarios/README.md, the headline of the trans-Afghan study and its figures from a results folder.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { headline, withHeadline } from './headline.ts';
import { indexPage } from './index-page.ts';
import { inputsHash } from './inputs-hash.ts';
import { readRows, readStudy } from './results-rows.ts';

const results = process.argv[2] ?? 'results/whole-study';
const study = 'scenarios/trans-afghan';
const manifest = 'results/reference/trans-afghan/manifest.json';
const year = '2034';

const read = readStudy(results);
const changes = readRows(
  results,
  'corridors.csv',
  ({ period, variable }) => period === 'all' && variable === 'change',
);
const expectations = readRows(results, 'expectations.csv', () => true);
const hash = inputsHash(study, manifest);
writeFileSync('scenarios/README.md', indexPage({ ...read, changes, expectations, hash }));

const { text, figures } = headline({
  ...read,
  year,
  flows: readRows(results, 'flows.csv', ({ period }) => period === year),
  corridors: readRows(results, 'corridors.csv', ({ period }) => period === year),
  drivers: readRows(results, 'drivers.csv', () => true),
});
const page = `${study}/README.md`;
writeFileSync(page, withHeadline(readFileSync(page, 'utf8'), text));
mkdirSync(`${study}/figures`, { recursive: true });
for (const [name, svg] of Object.entries(figures)) writeFileSync(`${study}/figures/${name}`, svg);
