// Lays out who chooses how sharply, and the segments into which bans split the cells.

import type { Commodity } from '../model/demand.ts';
import type { Scenario } from '../model/scenario.ts';
import { compressRows, startsOf } from './columns.ts';
import { type ChoiceArrays, type EventArrays, effectKinds } from './compiled-model.ts';
import { reservationCosts } from './reservation-costs.ts';
import type { Structure } from './structure.ts';

/** Lays out the choice of every cell; a cell that n bans concern has n + 1 segments. */
export function layOutChoice(
  structure: Structure,
  scenario: Scenario,
  events: EventArrays,
): ChoiceArrays {
  const bans = bansByCell(events, scenario.flows.length);
  const segmentsPerCell = bans.map((list) => list.length + 1);
  const segmentCell = segmentsPerCell.flatMap((count, cell) => Array<number>(count).fill(cell));
  const { cellRouteStart } = structure.routes;
  const cellBans = compressRows(bans);
  return {
    ...choiceOfCells(scenario),
    cellReservationCost: reservationCosts(structure, scenario),
    cellSegmentStart: startsOf(segmentsPerCell),
    segmentCell: Int32Array.from(segmentCell),
    segmentOptionStart: startsOf(
      segmentCell.map((cell) => cellRouteStart[cell + 1] - cellRouteStart[cell]),
    ),
    cellBanStart: cellBans.starts,
    cellBans: cellBans.members,
    overlapCorrection: scenario.behaviour.overlapCorrection,
    inertiaDays: scenario.behaviour.inertiaDays,
    costSmoothingDays: scenario.behaviour.costSmoothingDays,
    patienceDays: scenario.behaviour.turningBack?.patienceDays ?? Infinity,
    turningCost: scenario.behaviour.turningBack?.costPerTonne ?? 0,
  };
}

/** What each cell has of its commodity. */
export function choiceOfCells({ commodities, flows }: Pick<Scenario, 'commodities' | 'flows'>) {
  const byId = new Map(commodities.map((commodity) => [commodity.id, commodity]));
  const byCell = (value: (commodity: Commodity) => number) =>
    Float64Array.from(flows, (flow) => value(byId.get(flow.commodity)!));
  return {
    cellValueOfTime: byCell((commodity) => commodity.valueOfTimePerTonneDay),
    cellValue: byCell((commodity) => commodity.valuePerTonne),
    cellRouteScale: byCell((commodity) => commodity.routeScale),
    cellCorridorScale: byCell((commodity) => commodity.corridorScale),
  };
}

/** The ban effects that concern each cell. */
function bansByCell(events: EventArrays, cellCount: number): number[][] {
  const bans: number[][] = Array.from({ length: cellCount }, () => []);
  events.effectKind.forEach((kind, effect) => {
    if (kind !== effectKinds.ban) return;
    for (let at = events.effectCellStart[effect]; at < events.effectCellStart[effect + 1]; at++) {
      bans[events.effectCells[at]].push(effect);
    }
  });
  return bans;
}
