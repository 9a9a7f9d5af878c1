// The network that cargo moves on, as the analyst names it: nodes, directed links, corridors.

import type { Calendar } from './calendars.ts';

/** A means of transport. A change of mode between two links of a route costs a transfer. */
export type Mode = 'rail' | 'road' | 'sea' | 'ferry' | 'rail-ferry';

/** Every mode, in the order used wherever modes are listed. */
export const modes: readonly Mode[] = ['rail', 'road', 'sea', 'ferry', 'rail-ferry'];

/** The modes that a port loads and unloads. */
export const waterModes: readonly Mode[] = ['sea', 'ferry', 'rail-ferry'];

/**
 * What a node is. Cargo queues at `border` and `chokepoint` nodes that it passes through,
 * and at `port` nodes where it is loaded to or from a ship.
 */
export type NodeKind = 'hub' | 'port' | 'border' | 'chokepoint' | 'origin' | 'destination';

/** Every kind of node, in the order used wherever kinds are listed. */
export const nodeKinds: readonly NodeKind[] = [
  'hub',
  'port',
  'border',
  'chokepoint',
  'origin',
  'destination',
];

/** A place: a town, a port, a crossing, a strait. */
export interface Node {
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1 alpha-3 code. */
  readonly country: string;
  readonly longitudeDegrees: number;
  readonly latitudeDegrees: number;
  readonly kind: NodeKind;
  /** Tonnes that the post (crossing, port, strait) passes a day, both directions together; Infinity = no limit. */
  readonly capacityTonnesPerDay: number;
  /** Days that a border or port takes when nobody queues. */
  readonly passageDays: number;
  /** Fees and handling of one passage, USD/t. */
  readonly passageCostPerTonne: number;
  /** Calendar over which the capacity is spread; empty = evenly. */
  readonly calendar: string;
}

/** Whether a link can be used from the first day. Only `existing` links are open at the start. */
export type LinkStatus = 'existing' | 'under construction' | 'planned' | 'closed';

/** Every status, in the order used wherever statuses are listed. */
export const linkStatuses: readonly LinkStatus[] = [
  'existing',
  'under construction',
  'planned',
  'closed',
];

/** A stretch of railway, road or sea between two nodes. */
export interface Link {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** True = cargo moves only from `from` to `to`. */
  readonly directed: boolean;
  readonly mode: Mode;
  readonly lengthKm: number;
  /** Track gauge, 0 where the mode has none. Two rail links of different gauge cost a transfer. */
  readonly gaugeMm: number;
  /** Tonnes a day, both directions together; Infinity = no limit. */
  readonly capacityTonnesPerDay: number;
  /** True = the capacity is enforced and cargo queues for it; false = only checked and reported. */
  readonly limited: boolean;
  /** Calendar over which an enforced capacity is spread; empty = evenly. */
  readonly calendar: string;
  readonly status: LinkStatus;
  /** Days under way when nothing queues. */
  readonly travelDays: number;
  /** Tariff of the whole link for a commodity with tariff factor 1, USD/t. */
  readonly costPerTonne: number;
}

/** What it takes to move cargo from one carrier to another at a node. */
export interface Transfer {
  /** Carriers: a mode, or `rail-1520` and the like for a track gauge. Order does not matter. */
  readonly between: readonly [string, string];
  readonly days: number;
  readonly costPerTonne: number;
}

/**
 * A named way through the region. A route belongs to the first corridor, in the order of
 * declaration, of which it contains one whole alternative; to `other` when there is none.
 */
export interface Corridor {
  readonly id: string;
  readonly name: string;
  /** Each alternative is a list of node and link ids in the order of travel, either way round. */
  readonly alternatives: readonly (readonly string[])[];
  /** Calibrated addition to the generalised cost of its routes, USD/t. */
  readonly constantPerTonne: number;
}

/** Everything that cargo can move on. */
export interface Network {
  readonly nodes: readonly Node[];
  readonly links: readonly Link[];
  readonly transfers: readonly Transfer[];
  readonly corridors: readonly Corridor[];
  /** What the capacities of posts and the volumes of flows may be spread over. */
  readonly calendars: readonly Calendar[];
}
