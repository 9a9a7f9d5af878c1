// Finds the nodes, links, corridors and cargo that an event names.

import type { Flow } from '../model/demand.ts';
import type { CargoFilter, Target } from '../model/event.ts';
import type { Network } from '../model/network.ts';
import type { Horizon } from '../model/scenario.ts';
import { isKnown, type Names, type NameTable, type Thing } from './names.ts';
import { type Problem, problemAt } from './problem.ts';
import type { CargoFields, TargetFields } from './schema-scenario.ts';
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

/** A list of names in a file, and what they should be names of. */
interface NameList {
  readonly ids: readonly string[] | undefined;
  readonly path: TreePath;
  readonly what: Thing;
  readonly table: NameTable;
}

export const noTarget: Target = { nodes: [], links: [], corridors: [] };

/** Everything that the selector of an event names, in the order of the network; a name of nothing is a problem. */
export function targetOf(on: TargetFields, event: Tree, context: EventContext): Target {
  const { names, network, problems } = context;
  const lists: NameList[] = [
    { ids: on.nodes, path: ['on', 'nodes'], what: 'node', table: names.nodes },
    { ids: on.links, path: ['on', 'links'], what: 'link', table: names.links },
    { ids: on.corridors, path: ['on', 'corridors'], what: 'corridor', table: names.corridors },
    { ids: on.countries, path: ['on', 'countries'], what: 'country', table: names.countries },
  ];
  const known = checkNames(lists, event, problems);
  if (!network || !known) return noTarget;
  const target = select(on, network);
  if (Object.values(target).every((ids) => ids.length === 0)) {
    const message = 'this names nothing that an event could hit';
    problems.push(problemAt(placeAt(event, ['on']), 'matches-nothing', message));
  }
  return target;
}

function select(on: TargetFields, network: Network): Target {
  const countries = new Set(on.countries);
  const inside = new Set(
    network.nodes.filter(({ country }) => countries.has(country)).map(({ id }) => id),
  );
  const nodes = network.nodes.filter(({ id }) => inside.has(id) || on.nodes?.includes(id));
  const links = network.links.filter(
    ({ id, from, to, mode }) =>
      inside.has(from) || inside.has(to) || on.links?.includes(id) || on.modes?.includes(mode),
  );
  const corridors = network.corridors.filter(({ id }) => on.corridors?.includes(id));
  return { nodes: idsOf(nodes), links: idsOf(links), corridors: idsOf(corridors) };
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
  const table = names.nodes && names.countries && new Map([...names.nodes, ...names.countries]);
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

/** True when all names are known. */
function checkNames(lists: readonly NameList[], event: Tree, problems: Problem[]): boolean {
  let known = true;
  for (const { ids = [], path, what, table } of lists) {
    ids.forEach((id, index) => {
      const place = placeAt(event, [...path, index]);
      if (!isKnown(table, id, what, place, problems)) known = false;
    });
  }
  return known;
}

function idsOf(items: readonly { readonly id: string }[]): string[] {
  return items.map(({ id }) => id);
}
