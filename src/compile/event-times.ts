// Lays out when events happen: amounts of their start, length and notice, and the occurrences of those that repeat.

import type { Repeat, ScenarioEvent } from '../model/event.ts';
import type { Amount, UncertainInput } from '../model/uncertainty.ts';
import type { EventArrays } from './compiled-model.ts';

/** Columns of events that say when they happen. */
const columns = [
  'from',
  'duration',
  'ramp',
  'recovery',
  'noticeDays',
  'occurrenceInput',
  'meanBetween',
  'between',
  'window',
  'follows',
] as const;

/** When one event, or one occurrence, happens: as in `EventArrays`, but `follows` counts within its event. */
type EventTimes = Readonly<Record<(typeof columns)[number], number>>;

/** Gives amounts and draws their indices. */
interface Register {
  readonly addAmount: (amount: Amount) => number;
  readonly addOccurrence: (eventId: string) => number;
  readonly addInput: (input: UncertainInput) => number;
}

/** The times of an event: of one that repeats, those of each occurrence. */
export function layOutTimes(event: ScenarioEvent, register: Register): EventTimes[] {
  const { addAmount, addOccurrence } = register;
  const { id, repeat, noticeDays } = event;
  const times = {
    from: addAmount(event.fromDay),
    duration: addAmount(event.durationDays),
    ramp: addAmount(event.rampDays),
    recovery: addAmount(event.recoveryDays),
    noticeDays: noticeDays === undefined ? -1 : addAmount(noticeDays),
    occurrenceInput: event.probability < 1 ? addOccurrence(id) : -1,
    meanBetween: -1,
    between: -1,
    window: -1,
    follows: -1,
  };
  if (!repeat) return [times];
  const meanBetween = addAmount(repeat.meanDaysBetween);
  return Array.from({ length: repeat.limit }, (_, index) => ({
    ...times,
    ...drawOccurrence(id, repeat, index + 1, register),
    meanBetween,
    window: times.duration,
    follows: index - 1,
  }));
}

/** The draws of one occurrence; their names key them, so that nothing else in the scenario moves them. */
function drawOccurrence(
  eventId: string,
  { lengthDays }: Repeat,
  number: number,
  { addAmount, addInput }: Register,
): Pick<EventTimes, 'between' | 'duration'> {
  const input = (what: string, unit: string, distribution: UncertainInput['distribution']) =>
    addInput({
      name: `events.${eventId}.repeat.${what}.${number}`,
      unit,
      distribution,
      ofOccurrence: true,
    });
  return {
    between: input('between', '1', { kind: 'exponential', mean: 1, low: 0, high: Infinity }),
    duration:
      typeof lengthDays === 'number' ? addAmount(lengthDays) : input('duration', 'day', lengthDays),
  };
}

/** The columns of all events. */
export function timeColumns(
  times: readonly EventTimes[],
): Pick<EventArrays, (typeof columns)[number]> {
  const follows = ({ follows: before }: EventTimes, index: number) => (before < 0 ? -1 : index - 1);
  const column = (name: (typeof columns)[number]) =>
    Int32Array.from(times, (time, index) =>
      name === 'follows' ? follows(time, index) : time[name],
    );
  const entries = columns.map((name) => [name, column(name)] as const);
  return Object.fromEntries(entries) as Record<(typeof columns)[number], Int32Array>;
}
