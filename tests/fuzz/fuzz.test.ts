// Whatever slip damages a file of a study: it is refused with a problem, or means what its text now says; nothing is silent.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FileOutcome, scenarioLoader } from '../../src/scenario/load.ts';
import { studyFileNames } from '../../src/scenario/study-files.ts';
import { judge, type Outcome } from './judge.ts';
import { type Mutation, mutate, mutationKinds } from './mutate.ts';

const count = Number(process.env.FUZZ_INPUTS ?? 2000);
const seed = Number(process.env.FUZZ_SEED ?? 1);
/** Processor time that no file may take, ms. */
const longest = 2000;

interface Subject {
  readonly name: string;
  /** The file that is damaged. */
  readonly file: string;
  readonly text: string;
  readonly load: (damaged: string) => FileOutcome;
  readonly original: FileOutcome;
}

function textsOf(folder: string): ReadonlyMap<string, string> {
  const url = new URL(`../../${folder}/`, import.meta.url);
  const names = readdirSync(url).filter((name) => /\.(yaml|csv)$/.test(name));
  return new Map(names.map((name) => [name, readFileSync(new URL(name, url), 'utf8')]));
}

/** A file of a study, damaged while the rest stays; `asked` is the scenario that is loaded. */
function studyFile(
  study: string,
  texts: ReadonlyMap<string, string>,
  file: string,
  asked: string,
): Subject {
  const load = (damaged: string) =>
    scenarioLoader((path) => (path === file ? damaged : texts.get(path)))(asked);
  const text = texts.get(file)!;
  return { name: `${study}/${file}`, file, text, load, original: load(text) };
}

/** Scenarios, each in a file of a folder; their baseline is built once. */
function scenarios(study: string, texts: ReadonlyMap<string, string>): Subject[] {
  let now = { file: '', text: '' };
  const loader = scenarioLoader((path) => (path === now.file ? now.text : texts.get(path)));
  return [...texts.keys()]
    .filter((file) => /^extends:/m.test(texts.get(file)!))
    .map((file) => {
      const load = (damaged: string) => {
        now = { file, text: damaged };
        return loader(file);
      };
      const text = texts.get(file)!;
      return { name: `${study}/${file}`, file, text, load, original: load(text) };
    });
}

const shipped = textsOf('scenarios/trans-afghan');
const small = textsOf('tests/fixtures/two-corridors');
const smallSubjects = [...small.keys()].map((file) =>
  studyFile('two-corridors', small, file, 'closure.yaml'),
);
const shippedScenarios = scenarios('trans-afghan', shipped);
/** An example of each thing that an event can say. */
const eventExamples = scenarios('events', textsOf('scenarios/events'));
/** A file of overrides, combinations and a grid, over the first study. */
const firstStudy = textsOf('scenarios/first-study');
const examples = scenarios(
  'examples',
  new Map([
    ...textsOf('scenarios/examples'),
    ...[...firstStudy]
      .filter(([file]) => !/^extends:/m.test(firstStudy.get(file)!))
      .map(([file, text]) => [`../first-study/${file}`, text] as const),
  ]),
);
const shippedFiles = [...studyFileNames, 'baseline.yaml']
  .filter((file) => shipped.has(file) && !/^(observed|published)/.test(file))
  .map((file) => studyFile('trans-afghan', shipped, file, 'baseline.yaml'));

/** Of a hundred inputs, 25 damage a shipped scenario, 15 an example of an event, 18 one of layers, 40 a file of the small study, 2 a file of the shipped study. */
const subject = fc.oneof(
  { weight: 25, arbitrary: fc.constantFrom(...shippedScenarios) },
  { weight: 15, arbitrary: fc.constantFrom(...eventExamples) },
  { weight: 18, arbitrary: fc.constantFrom(...examples) },
  { weight: 40, arbitrary: fc.constantFrom(...smallSubjects) },
  { weight: 2, arbitrary: fc.constantFrom(...shippedFiles) },
);
const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom(...mutationKinds),
  place: fc.nat(1_000_000),
  way: fc.nat(1000),
});
const mutations = fc.oneof(
  { weight: 4, arbitrary: mutation.map((one) => [one]) },
  { weight: 1, arbitrary: fc.tuple(mutation, mutation).map((two) => [...two]) },
);

/** What is counted. */
const labels = [
  ...['refused', 'accepted, as written', 'accepted, same meaning', 'accepted with a warning'],
  ...['crash', 'longer than 2 s', 'stack trace in a message', 'silent change of meaning'],
];

function labelOf(outcome: Outcome): string {
  if (!outcome.startsWith('FAULT')) return outcome;
  if (outcome.includes('two seconds')) return 'longer than 2 s';
  if (outcome.includes('message with a stack trace')) return 'stack trace in a message';
  return /\n\s+at /.test(outcome) ? 'crash' : 'silent change of meaning';
}

/** The outcome for a damaged file; a crash is one. */
function outcomeOf(
  { file, text, load, original }: Subject,
  slips: readonly Mutation[],
  damaged: string,
): Outcome {
  const start = process.cpuUsage();
  try {
    const outcome = load(damaged);
    const { user, system } = process.cpuUsage(start);
    if ((user + system) / 1000 > longest) return 'FAULT: it took more than two seconds';
    return judge({ slips, file, before: text, after: damaged, original, outcome });
  } catch (error) {
    return `FAULT: ${error instanceof Error ? error.stack : error}`;
  }
}

/** The texts that are loaded, each with what was done to it; what happens to stay whole is left out. */
function* damagedFiles() {
  let left = count;
  const inputs = fc.sample(fc.tuple(subject, mutations), { numRuns: 2 * count, seed });
  for (const [on, slips] of inputs) {
    let damaged = on.text;
    for (const slip of slips) damaged = mutate(damaged, slip) ?? damaged;
    if (damaged === on.text) continue;
    if (left-- === 0) return;
    yield { on, slips, damaged };
  }
}

test(
  `${count} damaged files`,
  () => {
    const counts = new Map<string, number>(labels.map((label) => [label, 0]));
    const faults: string[] = [];
    for (const { on, slips, damaged } of damagedFiles()) {
      const outcome = outcomeOf(on, slips, damaged);
      const label = labelOf(outcome);
      counts.set(label, (counts.get(label) ?? 0) + 1);
      if (outcome.startsWith('FAULT'))
        faults.push(`${on.name} ${JSON.stringify(slips)}\n${outcome}`);
    }
    console.log([...counts].map(([label, number]) => `${number} ${label}`).join('\n'));
    if (process.env.FUZZ_REPORT) writeFileSync(process.env.FUZZ_REPORT, faults.join('\n\n'));
    expect(faults.slice(0, 20)).toEqual([]);
  },
  24 * 3_600_000,
);
