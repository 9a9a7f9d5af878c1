// What a baseline or scenario file holds, key by key. Some keys are needed only in the two taken together.

import * as z from 'zod';
import { kinds } from './kinds.ts';
import { fault } from './quantity.ts';
import { behaviourSchema, horizonSchema } from './schema-behaviour.ts';
import { expectationSchema } from './schema-expect.ts';
import {
  date,
  identifier,
  notNegative,
  plainNumber,
  positive,
  provenanceFields,
  quantity,
  schemaMessage,
  schemaVersion,
  section,
  share,
  text,
  uncertainDate,
  uncertainFactor,
  uncertainQuantity,
  wholeNumber,
} from './schema-fields.ts';
import { layerKeys } from './schema-layers.ts';
import { selectorSchema } from './schema-selector.ts';

const names = z.array(text).optional().meta({ kind: 'list of ids' });

const cargoFields = {
  commodities: names.meta({
    description: 'Commodities that it holds for',
    otherwise: 'all',
    example: ['container'],
  }),
  origins: names.meta({
    description: 'Nodes or countries that the cargo starts in',
    otherwise: 'all',
    example: ['IND'],
  }),
  destinations: names.meta({
    description: 'Nodes or countries that the cargo goes to',
    otherwise: 'all',
    example: ['AFG', 'BOM'],
  }),
};

const effectSchema = section({
  close: z
    .literal(true)
    .optional()
    .meta({ description: 'Nothing passes the target', example: true }),
  open: z.literal(true).optional().meta({
    description: 'Links that are not open at the start can be used',
    example: true,
  }),
  multiply_capacity: uncertainFactor(notNegative).optional().meta({
    description: 'Multiplies the capacity of the posts and limited links hit',
  }),
  multiply_demand: uncertainFactor(notNegative).optional().meta({
    description:
      'Multiplies the volume of the flows that the cargo filter names; `on` may then be left out',
    example: 0.8,
  }),
  add_cost: uncertainQuantity(kinds.cost).optional().meta({
    description: 'Added once to each route that uses any part of the target',
    example: '18 USD/t',
  }),
  add_time: uncertainQuantity(kinds.duration, notNegative).optional().meta({
    description: 'Added once to each route that uses any part of the target',
    example: '2 days',
  }),
  add_risk: uncertainQuantity(kinds.share, share).optional().meta({
    description: "Insurance and expected loss, as a share of the cargo's value, once a route",
    example: '0.5 %',
  }),
  ban: section({
    share: uncertainQuantity(kinds.share, share).meta({
      description: 'How much of the cargo is banned',
      example: '40 %',
    }),
    ...cargoFields,
  })
    .optional()
    .meta({ description: 'Part of the cargo may not use routes through the target' }),
  cargo: section(cargoFields).optional().meta({
    description: 'Limits add_cost, add_time, add_risk and multiply_demand to some cargo',
  }),
});

/** A time before the start of an event, days, or the day from which it is known. */
const announcement = z.union(
  [date.transform((day) => ({ day })), uncertainQuantity(kinds.duration, notNegative)],
  {
    error: () =>
      schemaMessage(
        fault('wrong-value', 'expected a time or a date', 'such as `30 days` or `2026-01-15`'),
      ),
  },
);

const repeatSchema = section({
  mean_time_between: uncertainQuantity(kinds.duration, positive).meta({
    description:
      'Mean of the time from the end of one occurrence to the start of the next, which is exponential',
    example: '60 days',
  }),
  duration: uncertainQuantity(kinds.duration, positive).meta({
    description: 'How long each occurrence lasts; of a distribution each draws its own',
    example: { triangular: [2, 5, 14], unit: 'days' },
  }),
});

/** An event; in a scenario, one with the id of an event of the baseline changes that one. */
const eventSchema = section({
  id: identifier.meta({
    description: 'Name of the event; that of an event of the baseline changes that one',
    example: 'waiver-revoked',
  }),
  title: text.optional().meta({
    description: 'What happens, in words; every new event needs it',
    example: 'Exemption for Chabahar revoked',
  }),
  on: selectorSchema
    .optional()
    .meta({ description: 'What is hit', kind: 'selector', example: { nodes: ['CHA'] } }),
  from: uncertainDate.optional().meta({ description: 'First day; every new event needs it' }),
  for: uncertainQuantity(kinds.duration, positive).optional().meta({
    description: 'How long it lasts, without the recovery; with `repeat`, how long it may happen',
    otherwise: 'to the end, or until its last day',
    example: '25 days',
  }),
  until: date
    .optional()
    .meta({ description: 'Last day', otherwise: 'as `for` says', example: '2026-04-26' }),
  probability: quantity(kinds.share, share)
    .prefault('100 %')
    .meta({ description: 'Chance that it happens at all', example: '70 %' }),
  ramp: uncertainQuantity(kinds.duration, notNegative).prefault('0 days').meta({
    description: 'Time in which the effect grows to its full strength',
  }),
  recovery: uncertainQuantity(kinds.duration, notNegative).prefault('0 days').meta({
    description: 'Time in which the effect fades after the end',
  }),
  announced: announcement.optional().meta({
    description:
      'Since when shippers know what it will do to capacities, and when it ends: so long before the start, or since a date',
    kind: 'date, time or distribution',
    otherwise: 'they see it once it has happened, and not its end',
    example: '30 days',
  }),
  repeat: repeatSchema.optional().meta({
    description: 'It happens again and again, from time to time, within its first and last day',
    otherwise: 'it happens once, from its first day to its last',
  }),
  effect: effectSchema.optional().meta({ description: 'What it does; every new event needs it' }),
  ...provenanceFields,
});

const correlationSchema = section({
  between: z.tuple([text, text]).meta({
    description: 'Names of two uncertain inputs',
    kind: '[input, input]',
    example: ['inputs.russia-south-asia', 'demand.kaz-afg-grain.volume'],
  }),
  rank: plainNumber({ atLeast: -1, atMost: 1 }).meta({
    description: "Spearman's rank correlation, but neither -1, 0 nor 1",
    example: 0.6,
  }),
  ...provenanceFields,
});

const setSchema = z.record(z.string(), z.unknown());
const eventsSchema = z.array(eventSchema);
const expectSchema = z.array(expectationSchema);

/** `baseline.yaml` and the scenarios. */
export const scenarioSchema = section({
  schema_version: schemaVersion,
  name: identifier.meta({
    description: 'Short name, used in results',
    example: 'chabahar-sanctions',
  }),
  title: text.meta({
    description: 'What is assumed, in a line',
    example: 'Exemption for Chabahar revoked',
  }),
  description: text
    .optional()
    .meta({ description: 'More about it', example: 'Cargo of India avoids the port.' }),
  extends: text.optional().meta({
    description: 'File that this one changes',
    otherwise: 'none: this is a baseline',
    example: 'baseline.yaml',
  }),
  horizon: horizonSchema
    .optional()
    .meta({ description: 'The simulated time; in the baseline only' }),
  behaviour: behaviourSchema
    .optional()
    .meta({ description: 'How shippers behave; in the baseline only' }),
  replications: wholeNumber({ atLeast: 1 }).optional().meta({
    description: 'How often to run it, each time with other draws; the baseline needs it',
    example: 100,
  }),
  seed: z.union([text, z.number()]).transform(String).optional().meta({
    description: 'The same seed gives the same draws; the baseline needs it',
    kind: 'text or number',
    example: 'trans-afghan',
  }),
  sampling: z.enum(['latin-hypercube', 'monte-carlo']).optional().meta({
    description:
      'How replications draw: one draw in each of as many strata as there are replications, or each by itself; in the baseline only',
    otherwise: '`latin-hypercube`',
    example: 'monte-carlo',
  }),
  correlations: z.array(correlationSchema).optional().meta({
    description:
      'Inputs that rise and fall together; pairs that are not listed are independent. A scenario adds to those of its baseline',
  }),
  events: eventsSchema.optional().meta({ description: 'What happens, and when' }),
  set: setSchema.optional().meta({
    description: 'New values by path',
    kind: 'map of path to value',
    example: { 'demand.russia-india-coal.volume': '10 Mt/yr' },
  }),
  expect: expectSchema
    .optional()
    .meta({ description: 'What must come out, checked after the run; in scenarios only' }),
  ...layerKeys({ set: setSchema, events: eventsSchema, expect: expectSchema }),
});

/** An event as the schema gives it. */
export type EventFields = z.output<typeof eventSchema>;
/** What an event does, as the schema gives it. */
export type EffectFields = z.output<typeof effectSchema>;
/** A filter of cargo, as the schema gives it. */
export type CargoFields = Pick<
  EffectFields['cargo'] & {},
  'commodities' | 'origins' | 'destinations'
>;
/** A merged baseline or scenario, as the schema gives it. */
export type ScenarioFields = z.output<typeof scenarioSchema>;
