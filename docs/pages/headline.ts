// The headline of the trans-Afghan study: how Russia's cargo and the potential of the Kabul Corridor split over the ways.

import { type Bar, barChart } from './bars.ts';
import { type PageScenario, type Row, tonnesText } from './results-rows.ts';

/** What the headline is made of; rows of flows.csv and corridors.csv of the last year, of drivers.csv. */
export interface HeadlineInput {
  readonly scenarios: readonly PageScenario[];
  readonly replications: number;
  readonly year: string;
  readonly flows: readonly Row[];
  readonly corridors: readonly Row[];
  readonly drivers: readonly { readonly keys: Readonly<Record<string, string>> }[];
}

const russia = new Set(['MOW', 'LED', 'NVR', 'CHB', 'KEM', 'SRT', 'AST', 'VVO']);
const india = new Set(['BOM', 'MUN', 'DEL', 'MAA']);
const pakistan = new Set(['KHI', 'PQA', 'LHE', 'PEW', 'ISB', 'QTA', 'GWD']);
const centralAsia = new Set(['KST', 'NQZ', 'ALM', 'AKX', 'TAS', 'DYU']);
const beyondPakistan = new Set([...pakistan, 'JEA', 'SIN']);

/** Ways that are shown apart; what is on no list is `other ways`. */
const ways = [
  { name: 'Kabul Corridor', corridors: ['kabul-corridor'], color: '#b2182b' },
  {
    name: 'Afghan lines by Herat',
    corridors: [
      'kandahar-corridor-west',
      'mazar-herat-kandahar',
      'zaranj-delaram',
      'lapis-lazuli-south-asia',
    ],
    color: '#ef8a62',
  },
  {
    name: 'Afghan roads',
    corridors: ['trans-afghan-road', 'karachi-chaman', 'karachi-torkham', 'hairatan-gateway'],
    color: '#fddbc7',
  },
  {
    name: 'Iran and the Caspian',
    corridors: [
      'instc-west',
      'instc-trans-caspian',
      'instc-east',
      'chabahar',
      'bandar-abbas',
      'sarakhs',
      'indian-ocean',
      'islamabad-tehran-istanbul',
      'russia-caspian-turkmenbashi',
    ],
    color: '#5aae61',
  },
  { name: 'sea by Suez', corridors: ['all-sea-suez', 'russian-ports'], color: '#2166ac' },
  { name: 'sea by the Cape', corridors: ['all-sea-cape'], color: '#67a9cf' },
  {
    name: 'Vladivostok, China and the sea',
    corridors: ['vladivostok-sea', 'china-rail-sea'],
    color: '#d1e5f0',
  },
  { name: 'other ways', corridors: [], color: '#999999' },
  { name: 'not shipped', corridors: ['no-ship'], color: '#e0e0e0' },
] as const;

interface Part {
  readonly name: string;
  readonly color: string;
  readonly mean: number;
  readonly p05: number;
  readonly p95: number;
}

/** Mt of some flows in the year by way. */
function split(rows: readonly Row[]): Part[] {
  const listed = new Set<string>(ways.flatMap(({ corridors }) => corridors));
  return ways.map(({ name, corridors, color }) => {
    const own = rows.filter(({ keys }) =>
      name === 'other ways'
        ? !listed.has(keys.corridor ?? '')
        : (corridors as readonly string[]).includes(keys.corridor ?? ''),
    );
    const sum = (part: (row: Row) => number) =>
      own.reduce((total, row) => total + part(row), 0) / 1e6;
    return {
      name,
      color,
      mean: sum((row) => row.mean),
      p05: sum((row) => row.p05),
      p95: sum((row) => row.p95),
    };
  });
}

const ofRussia = ({ keys }: Row) =>
  russia.has(keys.origin ?? '') &&
  (india.has(keys.destination ?? '') || pakistan.has(keys.destination ?? ''));
const ofPotential = ({ keys }: Row) => {
  const [from, to] = [keys.origin ?? '', keys.destination ?? ''];
  return (
    (centralAsia.has(from) && beyondPakistan.has(to)) ||
    (beyondPakistan.has(from) && centralAsia.has(to)) ||
    (russia.has(from) && pakistan.has(to))
  );
};

/** Text between the marks of the study's README, and its figures by file name. */
export function headline(input: HeadlineInput): { text: string; figures: Record<string, string> } {
  const bySplit = (keep: (row: Row) => boolean) =>
    input.scenarios.map(({ name }) => ({
      name,
      parts: split(input.flows.filter((row) => row.keys.scenario === name && keep(row))),
    }));
  const russian = bySplit(ofRussia);
  const potential = bySplit(ofPotential);
  const moved = (rows: typeof russian) =>
    rows.filter((row) => row === rows[0] || differs(row, rows[0]));
  const kabul = corridorBars(input, 'kabul-corridor');
  const legend = ways.map(({ name, color }) => ({ label: name, color }));
  const bars = (rows: typeof russian): Bar[] =>
    rows.map(({ name, parts }) => ({
      label: name,
      parts: parts.map(({ mean, color }) => ({ value: mean, color })),
    }));
  return {
    text: textOf(input, russian, potential),
    figures: {
      'russian-cargo.svg': barChart(
        `Russia's cargo to India and Pakistan in ${input.year}, by way`,
        'Mt, mean; with what is not shipped',
        bars(moved(russian)),
        legend,
      ),
      'kabul-potential.svg': barChart(
        `Potential of the Kabul Corridor in ${input.year}, by way`,
        'Mt, mean; with what is not shipped',
        bars(moved(potential)),
        legend,
      ),
      'kabul-corridor.svg': barChart(
        `Kabul Corridor in ${input.year}, all cargo`,
        'Mt, mean and 5 to 95 % of the replications',
        kabul,
        [],
      ),
    },
  };
}

/** Whether any way carries so much more or less than in the baseline that the table shows it. */
function differs(
  { parts }: { parts: readonly Part[] },
  baseline: { parts: readonly Part[] } | undefined,
): boolean {
  return parts.some(
    ({ mean }, index) => mean.toFixed(1) !== baseline?.parts[index]?.mean.toFixed(1),
  );
}

function corridorBars({ corridors, scenarios }: HeadlineInput, corridor: string): Bar[] {
  return scenarios.flatMap(({ name }) => {
    const row = corridors.find(
      ({ keys }) =>
        keys.scenario === name && keys.corridor === corridor && keys.variable === 'dispatched',
    );
    if (!row || row.p95 === 0) return [];
    const interval = [row.p05 / 1e6, row.p95 / 1e6] as const;
    return { label: name, parts: [{ value: row.mean / 1e6, color: '#b2182b' }], interval };
  });
}

function textOf(
  input: HeadlineInput,
  russian: readonly { name: string; parts: readonly Part[] }[],
  potential: readonly { name: string; parts: readonly Part[] }[],
): string {
  return `Made by \`npm run pages\` from ${input.replications} replications. Tonnes of ${input.year}, mean and, in brackets, the range from
the 5 % to the 95 % quantile (of sums of flows that follow one draw, the sum of their quantiles). By then the wars, sanctions and
closures of the scenarios have mostly passed; what they move over the ten years stands in [the index](../README.md).

### Russia's 8 to 15 Mt/yr

${splitTable(russian)}

![Russia's cargo by way](figures/russian-cargo.svg)

### The 22 Mt/yr of the Kabul Corridor

The potential is Russia's cargo to Pakistan and the trade of Central Asia with Pakistan and through its ports, 11 to 22 Mt/yr in the
2030s if all of it were shipped.

${splitTable(potential)}

![Potential of the Kabul Corridor by way](figures/kabul-potential.svg)

All cargo on the Kabul Corridor, that of Afghanistan included:

![Kabul Corridor](figures/kabul-corridor.svg)

### What drives it

${driverList(input)}

### Scenarios against each other

${claims(input)}`;
}

function splitTable(rows: readonly { name: string; parts: readonly Part[] }[]): string {
  const shown = ways.map(({ name }) => name);
  const moved = rows.filter((row) => row === rows[0] || differs(row, rows[0]));
  const still = rows.filter((row) => !moved.includes(row)).map(({ name }) => `\`${name}\``);
  const cell = ({ mean, p05, p95 }: Part) =>
    mean < 0.005 ? '' : `${mean.toFixed(1)} (${p05.toFixed(1)}-${p95.toFixed(1)})`;
  return [
    `| Mt | ${shown.join(' | ')} |`,
    `|---|${shown.map(() => '---:|').join('')}`,
    ...moved.map(({ name, parts }) => `| ${name} | ${parts.map(cell).join(' | ')} |`),
    ...(still.length === 0 ? [] : ['', `As in the baseline, to 0.1 Mt: ${still.join(', ')}.`]),
  ].join('\n');
}

/** The strongest rank correlations of what some scenarios do to some corridors. */
function driverList({ drivers }: HeadlineInput): string {
  const asked = [
    ['kabul-corridor-opens', 'kabul-corridor'],
    ['kandahar-corridor-opens', 'kandahar-corridor-west'],
    ['russian-cargo-8-15', 'mazar-herat-kandahar'],
  ] as const;
  const lines = asked.flatMap(([scenario, corridor]) => {
    const own = drivers
      .map(({ keys }) => keys)
      .filter(
        (keys) =>
          keys.scenario === scenario &&
          (keys.outcome ?? '').includes(corridor) &&
          keys.variable === 'rank_correlation',
      )
      .sort((a, b) => Math.abs(Number(b.value)) - Math.abs(Number(a.value)))
      .slice(0, 4);
    if (own.length === 0) return [];
    const words = own.map((keys) => `\`${keys.input}\` (${Number(keys.value).toFixed(2)})`);
    return `- ${corridor} in ${scenario}, rank correlations: ${words.join(', ')}.`;
  });
  return lines.join('\n');
}

/** What the sources expect of one scenario against another. */
function claims({ corridors }: HeadlineInput): string {
  const tonnes = (scenario: string, corridor: string) =>
    corridors.find(
      ({ keys }) =>
        keys.scenario === scenario && keys.corridor === corridor && keys.variable === 'dispatched',
    )?.mean ?? 0;
  const asked = [
    [
      'each line carries less with the other',
      'both-trans-afghan',
      'kabul-corridor-opens',
      'kabul-corridor',
      -1,
    ],
    [
      'each line carries less with the other',
      'both-trans-afghan',
      'kandahar-corridor-opens',
      'kandahar-corridor-west',
      -1,
    ],
    [
      'the branch to Chabahar takes from the Kabul Corridor',
      'zaranj-delaram-opens',
      'both-trans-afghan',
      'kabul-corridor',
      -1,
    ],
    [
      'Lapis Lazuli by Kabul helps the Kabul Corridor',
      'lapis-lazuli-to-south-asia',
      'kabul-corridor-opens',
      'kabul-corridor',
      1,
    ],
    [
      'by Kandahar it helps it less',
      'lapis-lazuli-by-kandahar',
      'lapis-lazuli-to-south-asia',
      'kabul-corridor',
      -1,
    ],
    [
      'Kazakh backing helps the Kabul Corridor',
      'central-asia-backs-kabul',
      'kabul-corridor-opens',
      'kabul-corridor',
      1,
    ],
    [
      'insecurity puts the gain off',
      'afghan-insecurity-delays',
      'both-trans-afghan',
      'kabul-corridor',
      -1,
    ],
  ] as const;
  return [
    '| expected | corridor | with | without | as expected |',
    '|---|---|---:|---:|---|',
    ...asked.map(([text, scenario, other, corridor, sign]) => {
      const [after, before] = [tonnes(scenario, corridor), tonnes(other, corridor)];
      const cells = [
        text,
        corridor,
        `${tonnesText(after)} (${scenario})`,
        `${tonnesText(before)} (${other})`,
        (after - before) * sign > 0 ? 'yes' : 'no',
      ];
      return `| ${cells.join(' | ')} |`;
    }),
  ].join('\n');
}

const marks = ['<!-- headline: made by npm run pages -->', '<!-- end of headline -->'] as const;

/** The page with the text between its marks replaced. */
export function withHeadline(page: string, text: string): string {
  const [start, end] = marks.map((mark) => page.indexOf(mark)) as [number, number];
  if (start < 0 || end < start) throw new Error(`the page has no marks ${marks.join(' … ')}`);
  return `${page.slice(0, start)}${marks[0]}\n\n${text}\n\n${page.slice(end)}`;
}
