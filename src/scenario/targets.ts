// Finds the cargo that an effect names.

import type { Flow } from '../model/demand.ts';
import type { CargoFilter } from '../model/event.ts';
import type { Network } from '../model/network.ts';
import type { Horizon } from '../model/scenario.ts';
import { checkNames, type NameList } from './name-lists.ts';
import type { Names } from './names.ts';
import { type Problem, problemAt } from './problem.ts';
import type { CargoFields } from './schema-scenario.ts';
import { placeAt, type Tree, type TreePath } from './tree.ts';
import type { InputList } from './uncertain.ts';

/** What events are read in. Parts of the world that have problems of their own are undefined, and not asked. */
export interface EventContext {
  readonly names: Names;
  readonly network: Network | undefined;
  readonly flows: readonly Flow[] | undefined;
  readonly horizon: Horizon | undefined;
  readonly inputs: InputList;
  readonly problems: Problem[];
}

/**
 * The cargo that a filter names; a filter that no flow passes is a problem.
 * @param path where the filter stands in the event
 */
export function cargoFilterOf(
  fields: CargoFields,
  event: Tree,
  path: TreePath,
  { names, network, flows, problems }: EventContext,
): CargoFilter {
  const { commodities = [], origins = [], destinations = [] } = fields;
  const table = names.nodes && names.countries && new Map([...names.countries, ...names.nodes]);
  const places = { what: 'node or country' as const, table };
  const lists: NameList[] = [
    {
      ids: commodities,
      path: [...path, 'commodities'],
      what: 'commodity',
      table: names.commodities,
    },
    { ids: origins, path: [...path, 'origins'], ...places },
    { ids: destinations, path: [...path, 'destinations'], ...places },
  ];
  const nodes = network?.nodes ?? [];
  const nodesNamed = (ids: readonly string[]) =>
    idsOf(nodes.filter(({ id, country }) => ids.includes(id) || ids.includes(country)));
  const filter = {
    commodities,
    origins: nodesNamed(origins),
    destinations: nodesNamed(destinations),
  };
  const known = checkNames(lists, event, problems);
  if (known && network && flows?.every((flow) => !passes(flow, filter))) {
    const message = 'no flow is of this cargo';
    problems.push(problemAt(placeAt(event, path), 'matches-nothing', message));
  }
  return filter;
}

function passes(flow: Flow, { commodities, origins, destinations }: CargoFilter): boolean {
  const matches = (list: readonly string[], id: string) => list.length === 0 || list.includes(id);
  return (
    matches(commodities, flow.commodity) &&
    matches(origins, flow.origin) &&
    matches(destinations, flow.destination)
  );
}

function idsOf(items: readonly { readonly id: string }[]): string[] {
  return items.map(({ id }) => id);
}
