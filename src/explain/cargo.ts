// Reads the tonnes, costs and routes of the cargo that is asked for from the tables.

import { type Row, selectRows } from '../report/select.ts';
import { costTerms } from '../results/cost-terms.ts';
import { all, notShippedSink } from '../results/keys.ts';
import type { ResultsFolder } from '../results/results-folder.ts';

/** Ends, commodity and corridor, by id; undefined = any. */
export interface Selection {
  readonly origin?: string | undefined;
  readonly destination?: string | undefined;
  readonly commodity?: string | undefined;
  readonly corridor?: string | undefined;
}

/** A route by its links, and its tonnes over the whole horizon. */
export interface Route {
  readonly origin: string;
  readonly links: readonly string[];
  readonly tonnes: number;
}

/** The cargo of one flow on one corridor (or not shipped), over the whole horizon; means over the replications. */
export interface Cargo {
  /** Origin, destination and commodity, on a line each. */
  readonly flow: string;
  readonly corridor: string;
  readonly tonnes: number;
  /** USD/t by term (`costTerms`); zeros for what is not shipped. */
  readonly costs: readonly number[];
  /** The route with the most tonnes. */
  readonly route: Route | undefined;
}

/** The tables that it takes. */
export const explainTables: readonly string[] = ['flows', 'costs', 'routes'];

/** All cargo of a scenario that fits. */
export function listCargo(
  results: Pick<ResultsFolder, 'tables'>,
  scenario: string,
  selection: Selection,
): Cargo[] {
  const { corridor, ...ends } = selection;
  const conditions = Object.fromEntries(
    Object.entries({ ...ends, corridor }).filter(([, value]) => value !== undefined),
  ) as Record<string, string>;
  const select = (table: string) => selectRows(results, table, scenario, conditions);
  const tonnes = new Map<string, number>();
  for (const row of select('flows'))
    tonnes.set(keyOf(row), (tonnes.get(keyOf(row)) ?? 0) + row.number.mean);
  const costs = costsByKey(select('costs'));
  const routes = largestRoutes(select('routes'));
  return [...tonnes].map(([key, amount]) => {
    const [origin, destination, commodity, ofCorridor] = key.split('\n');
    return {
      flow: [origin, destination, commodity].join('\n'),
      corridor: ofCorridor,
      tonnes: amount,
      costs: (ofCorridor === notShippedSink ? undefined : costs.get(key)) ?? noCosts,
      route: routes.get(key),
    };
  });
}

const noCosts: readonly number[] = costTerms.map(() => 0);

function keyOf({ text }: Row): string {
  return [text.origin, text.destination, text.commodity, text.corridor].join('\n');
}

function costsByKey(rows: readonly Row[]): Map<string, number[]> {
  const costs = new Map<string, number[]>();
  for (const row of rows) {
    if (row.text.period !== all) continue;
    const known = costs.get(keyOf(row)) ?? [...noCosts];
    known[costTerms.indexOf(row.text.term as (typeof costTerms)[number])] = row.number.mean;
    costs.set(keyOf(row), known);
  }
  return costs;
}

function largestRoutes(rows: readonly Row[]): Map<string, Route> {
  const routes = new Map<string, Route>();
  for (const row of rows) {
    const known = routes.get(keyOf(row));
    if (known && known.tonnes >= row.number.mean) continue;
    const links = row.text.route.split(' ');
    routes.set(keyOf(row), { origin: row.text.origin, links, tonnes: row.number.mean });
  }
  return routes;
}
