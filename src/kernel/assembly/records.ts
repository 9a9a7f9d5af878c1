// Adds dispatches to the accounts of the month and the year, as engine/recorder.ts does.

import * as slots from '../slots';
import { add, at, int, num } from './memory';

export function recordDispatches(): void {
  const groups = at(slots.groups);
  const groupRouteStart = at(slots.groupRouteStart);
  const groupCorridor = at(slots.groupCorridor);
  const dispatched = at(slots.dispatched);
  const cost = at(slots.cost);
  const waitDays = at(slots.waitDays);
  const routeDays = at(slots.routeDays);
  const corridorTonnes = at(slots.corridorTonnes);
  for (let group = 0; group < groups; group++) {
    const end = int(groupRouteStart, group + 1);
    let tonnesOfGroup: f64 = 0;
    let costOfGroup: f64 = 0;
    let daysOfGroup: f64 = 0;
    let waitsOfGroup: f64 = 0;
    for (let route = int(groupRouteStart, group); route < end; route++) {
      const tonnes = num(dispatched, route);
      const wait = num(waitDays, route);
      tonnesOfGroup += tonnes;
      costOfGroup += tonnes * num(cost, route);
      daysOfGroup += tonnes * (num(routeDays, route) + wait);
      waitsOfGroup += tonnes * wait;
    }
    const corridor = int(groupCorridor, group);
    add(at(slots.groupWaits), group, waitsOfGroup);
    add(corridorTonnes, corridor, tonnesOfGroup);
    add(at(slots.corridorCost), corridor, costOfGroup);
    add(at(slots.corridorTonneDays), corridor, daysOfGroup);
  }
  const cells = at(slots.cells);
  for (let cell = 0; cell < cells; cell++)
    add(corridorTonnes, at(slots.corridors), num(at(slots.cellNotShipped), cell));
}
