// Puts the draws of one replication into the numbers of a world: times, costs, capacities, commodities, volumes.

import type { Commodity, Flow } from '../model/demand.ts';
import type { Corridor, Link, Node, Transfer } from '../model/network.ts';
import type { Behaviour } from '../model/scenario.ts';
import type { DrawnValue, WorldField } from '../model/uncertainty.ts';
import type { DrawnWorld } from './compiled-model.ts';

/** The lists of a world, to be changed. */
interface OpenWorld {
  readonly nodes: Node[];
  readonly links: Link[];
  readonly transfers: Transfer[];
  readonly corridors: Corridor[];
  readonly commodities: Commodity[];
  readonly flows: Flow[];
  behaviour: Behaviour;
}

/**
 * The world of one replication.
 * @param drawOf the draw of an input, in its unit
 */
export function drawWorld(world: DrawnWorld, drawOf: (input: string) => number): DrawnWorld {
  const { network, commodities, flows, behaviour, drawnValues } = world;
  const open: OpenWorld = {
    nodes: [...network.nodes],
    links: [...network.links],
    transfers: [...network.transfers],
    corridors: [...network.corridors],
    commodities: [...commodities],
    flows: [...flows],
    behaviour,
  };
  for (const value of drawnValues) setNumber(open, value.field, numberOf(value, drawOf));
  const { nodes, links, transfers, corridors } = open;
  return { ...world, ...open, network: { ...network, nodes, links, transfers, corridors } };
}

function numberOf({ constant, terms }: DrawnValue, drawOf: (input: string) => number): number {
  return terms.reduce((sum, { input, factor, reciprocal }) => {
    const draw = drawOf(input);
    return sum + (reciprocal ? factor / draw : factor * draw);
  }, constant);
}

function setNumber(world: OpenWorld, field: WorldField, value: number): void {
  switch (field.of) {
    case 'node':
      change(world.nodes, field.index, { [field.field]: value });
      return;
    case 'link':
      change(world.links, field.index, { [field.field]: value });
      return;
    case 'transfer':
      change(world.transfers, field.index, { [field.field]: value });
      return;
    case 'corridor':
      change(world.corridors, field.index, { [field.field]: value });
      return;
    case 'commodity':
      change(world.commodities, field.index, { [field.field]: value });
      return;
    case 'tariff factor': {
      const { tariffFactors } = world.commodities[field.index];
      const factors = { ...tariffFactors, [field.mode]: value };
      change(world.commodities, field.index, { tariffFactors: factors });
      return;
    }
    case 'behaviour':
      world.behaviour = { ...world.behaviour, [field.field]: value };
      return;
    case 'volume': {
      const { volumeFactors } = world.flows[field.index];
      change(world.flows, field.index, { volumeFactors: volumeFactors.with(field.year, value) });
    }
  }
}

function change<Item>(items: Item[], index: number, fields: Partial<Item>): void {
  items[index] = { ...items[index], ...fields };
}
