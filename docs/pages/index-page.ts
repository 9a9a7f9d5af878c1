// scenarios/README.md: every scenario with one line and its headline result.

import { type PageScenario, type Row, tonnesText } from './results-rows.ts';

/** What the index is made of. */
export interface IndexInput {
  readonly scenarios: readonly PageScenario[];
  readonly replications: number;
  readonly corridorNames: ReadonlyMap<string, string>;
  /** Change of each corridor over the horizon, by scenario and corridor. */
  readonly changes: readonly Row[];
  /** Rows of expectations.csv. */
  readonly expectations: readonly Row[];
  /** Hash of what the page was made of, see `inputsHash`. */
  readonly hash: string;
}

/** The page as Markdown. */
export function indexPage(input: IndexInput): string {
  const rows = input.scenarios.slice(1).map((scenario) => line(scenario, input));
  return `# Scenarios

Made by \`npm run pages\` from a run of the whole study on ${input.replications} replications of ten years:
\`npm run whole-study\`. A result is the mean change of a
corridor's tonnes over the ten years, scenario less baseline. Read [trans-afghan/README.md](trans-afghan/README.md) for what the study is
and what it cannot say; [backtests](backtests) are episodes whose outcome is known.

| scenario | what happens | loses most | gains most | not shipped | expectations met |
|---|---|---|---|---|---|
| [baseline](trans-afghan/baseline.yaml) | ${input.scenarios[0]?.title ?? ''} | | | | |
${rows.join('\n')}
${unmetList(input)}
<!-- inputs ${input.hash} -->
`;
}

function line({ name, title }: PageScenario, input: IndexInput): string {
  const own = input.changes.filter(({ keys }) => keys.scenario === name);
  const corridors = own
    .filter(({ keys }) => keys.corridor !== 'no-ship')
    .sort((a, b) => a.mean - b.mean);
  const named = (row: Row | undefined) =>
    row && row.mean !== 0 ? `${row.keys.corridor} ${tonnesText(row.mean, true)}` : '';
  const notShipped = own.find(({ keys }) => keys.corridor === 'no-ship');
  const expected = input.expectations.filter(({ keys }) => keys.scenario === name);
  const met = expected.filter(({ keys }) => keys.met === 'yes').length;
  const cells = [
    `[${name}](trans-afghan/${name}.yaml)`,
    title,
    named(corridors[0]),
    named(corridors.at(-1)),
    notShipped ? tonnesText(notShipped.mean, true) : '',
    `${met} of ${expected.length}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** The expectations that were not met, with what came out. */
function unmetList({ expectations }: IndexInput): string {
  const unmet = expectations.filter(({ keys }) => keys.met !== 'yes');
  if (unmet.length === 0) return '\nAll expectations are met.\n';
  const lines = unmet.map(({ keys, mean }) => {
    const interval = `${tonnesText(Number(keys.ci_low), true)} to ${tonnesText(Number(keys.ci_high), true)}`;
    return `- ${keys.scenario}: ${keys.measure} of ${keys.id} ${keys.expected}; measured ${tonnesText(mean, true)} (95 % interval of the mean ${interval})`;
  });
  return `\nExpectations not met; the reasons stand in [trans-afghan/README.md](trans-afghan/README.md):\n\n${lines.join('\n')}\n`;
}
