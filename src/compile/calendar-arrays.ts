// Integrates the calendars of posts and flows over the steps.

import { CalendarPattern } from '../model/calendars.ts';
import type { Scenario } from '../model/scenario.ts';
import type { CalendarArrays } from './compiled-model.ts';
import type { Posts } from './posts.ts';

/** Lays out the calendars of a scenario: the mean of each over every step of the horizon. */
export function layOutCalendars(scenario: Scenario, posts: Posts, steps: number): CalendarArrays {
  const { calendars, nodes, links } = scenario.network;
  const { startDay, stepDays } = scenario.horizon;
  const indexOf = (id: string) => calendars.findIndex((calendar) => calendar.id === id);
  const calendarOf = new Map([...nodes, ...links].map(({ id, calendar }) => [id, calendar]));
  const factor = new Float64Array(calendars.length * steps);
  calendars.forEach((calendar, index) => {
    const pattern = new CalendarPattern(calendar);
    for (let step = 0; step < steps; step++) {
      const from = startDay + step * stepDays;
      factor[index * steps + step] = pattern.mean(from, startDay + (step + 1) * stepDays);
    }
  });
  return {
    factor,
    postCalendar: Int32Array.from(posts.ids, (id) => indexOf(calendarOf.get(id) ?? '')),
    cellCalendar: Int32Array.from(scenario.flows, (flow) => indexOf(flow.calendar)),
  };
}
