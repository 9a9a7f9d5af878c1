// Says of every table and column what it holds, for machines that read the results.

import { inputPrefix, isNumberColumn, outcomePrefix } from '../results/table-builder.ts';

/** A column as Frictionless Table Schema describes it, with a unit where all its numbers share one. */
export interface FieldDescription {
  readonly name: string;
  readonly type: 'string' | 'number';
  readonly description: string;
  readonly unit?: string;
}

/** What each table holds; the texts of docs/results.md in a line. */
const tables: Readonly<Record<string, string>> = {
  corridors: 'Tonnes, share, cost and time of each corridor',
  flows: 'Tonnes by origin, destination, commodity and corridor',
  routes: 'Tonnes on each route over the whole horizon',
  links: 'Tonnes on each link, each way',
  posts: 'What crossings, ports, straits and limited links pass, and who waits there',
  diversion: 'Who lost tonnes to whom, scenario against baseline',
  balance: 'Where every tonne is',
  countries: 'Transit through each country, and what it leaves there',
  costs: 'What a dispatched tonne costs, term by term',
  'diverted-costs': 'What a tonne that changes its corridor costs more, term by term',
  experiments: 'Draws and headline outcomes of every replication',
  drivers: 'Which draws drive which outcomes, by regression on ranks',
  expectations: 'What the authors of the scenarios expected, and whether it came out',
  'step-check': 'What half the step changes, beside the sampling error',
  iamc: 'Yearly values in the layout of the Integrated Assessment Modeling Consortium',
};

const columns: Readonly<Record<string, string>> = {
  scenario: 'Name of the scenario; the baseline is one of them',
  baseline: 'The scenario that it is compared with',
  period: 'A month (YYYY-MM), a year (YYYY) or all, the whole horizon',
  corridor: 'Id of a corridor, no-ship for what is not shipped, all for every corridor together',
  from_corridor: 'Where the tonnes go in the baseline; demand = only the scenario has them',
  to_corridor:
    'Where they go in the scenario; delayed = not yet delivered, demand = only the baseline has them',
  origin: 'Id of a node, or all',
  destination: 'Id of a node, or all',
  commodity: 'Id of a commodity, or all',
  link: 'Id of a link',
  from: 'Node at which the cargo enters the link',
  to: 'Node at which it leaves the link',
  route: 'Ids of its links in order of travel',
  post: 'Id of a node, or of a link whose capacity is enforced',
  country: 'ISO 3166-1 alpha-3 code',
  term: 'Term of the generalised cost',
  variable: 'What the numbers measure',
  unit: 'Unit of the numbers in the row',
  replication: 'Number of the replication; the same number means the same draws',
  outcome: 'Outcome that is explained',
  input: 'Uncertain input that explains it, all for all inputs together',
  of: 'What the expectation is about: a corridor, country, crossing or flow',
  id: 'Its id',
  measure: 'What is measured of it: a change, a relative change, a share or a wait',
  expected: 'What its author expects',
  confidence: 'Of the interval of the mean that must lie within what is expected',
  met: 'Whether it came out: yes, no or undecided',
  model: 'Name of the model',
  region: 'World, or the name of a country',
  mean: 'Mean over the replications',
  sd: 'Standard deviation over the replications, divisor n - 1',
  ci_low: 'Lower end of the 95 % interval of the mean',
  ci_high: 'Upper end of the 95 % interval of the mean',
  p05: '5 % quantile over the replications',
  p50: 'Median over the replications',
  p95: '95 % quantile over the replications',
  lower_bound: 'Least that can have moved, given what was lost and gained',
  upper_bound: 'Most that can have moved, given what was lost and gained',
  step_mean: 'Mean over the replications with the step of the study',
  half_step_mean: 'Mean over the same replications with half the step',
  discretisation_error: 'Difference of both means, without sign',
  sampling_error: 'Half the width of the 95 % interval of the mean with the step of the study',
  value: 'Coefficient, correlation or part of the variance; empty where it cannot be told',
};

export function describeTable(name: string): string {
  return tables[name] ?? name;
}

/** @param inputUnits unit of each uncertain input, by its name */
export function describeField(
  name: string,
  inputUnits: ReadonlyMap<string, string>,
): FieldDescription {
  const type = isNumberColumn(name) ? 'number' : 'string';
  if (name.startsWith(inputPrefix)) {
    const input = name.slice(inputPrefix.length);
    const unit = inputUnits.get(input);
    const description = `Draw of the uncertain input ${input}`;
    return { name, type, description, ...(unit ? { unit } : {}) };
  }
  if (name.startsWith(outcomePrefix)) {
    const outcome = name.slice(outcomePrefix.length);
    return { name, type, description: `Over the whole horizon: ${outcome}`, unit: unitOf(outcome) };
  }
  return { name, type, description: columns[name] ?? `The year ${name}` };
}

function unitOf(outcome: string): string {
  if (outcome === 'generalised_cost') return 'USD/t';
  return outcome === 'transit_time' ? 'day' : 't';
}
