// What a baseline or scenario file holds, key by key. Some keys are needed only in the two taken together.

import * as z from 'zod';
import { modes } from '../model/network.ts';
import { kinds } from './kinds.ts';
import {
  date,
  identifier,
  inRange,
  provenanceFields,
  quantity,
  schemaVersion,
  section,
  text,
  uncertainDate,
  uncertainFactor,
  uncertainQuantity,
} from './schema-fields.ts';

const positive = { above: 0 };
const notNegative = { atLeast: 0 };
const share = { atLeast: 0, atMost: 1 };
const names = z.array(text).optional();

const cargoFields = {
  commodities: names.describe('None = all'),
  origins: names.describe('Nodes or countries; none = all'),
  destinations: names.describe('Nodes or countries; none = all'),
};

const targetSchema = section({
  nodes: names,
  links: names,
  corridors: names,
  countries: names.describe('All their nodes, and all links with an end in them'),
  modes: z.array(z.enum(modes)).optional().describe('All links of a mode'),
});

const effectSchema = section({
  close: z.literal(true).optional().describe('Nothing passes the target'),
  open: z.literal(true).optional().describe('Links that are not open at the start can be used'),
  multiply_capacity: uncertainFactor(notNegative)
    .optional()
    .describe('Multiplies the capacity of the posts and limited links hit'),
  multiply_demand: uncertainFactor(notNegative)
    .optional()
    .describe('Multiplies the volume of the flows that the cargo filter names'),
  add_cost: uncertainQuantity(kinds.cost)
    .optional()
    .describe('Once for each route that uses any part of the target'),
  add_time: uncertainQuantity(kinds.duration, notNegative)
    .optional()
    .describe('Once for each route that uses any part of the target'),
  add_risk: uncertainQuantity(kinds.share, share)
    .optional()
    .describe("Insurance and expected loss, as a share of the cargo's value, once a route"),
  ban: section({
    share: uncertainQuantity(kinds.share, share).describe('How much of the cargo is banned'),
    ...cargoFields,
  })
    .optional()
    .describe('Part of the cargo may not use routes through the target'),
  cargo: section(cargoFields)
    .optional()
    .describe('Limits add_cost, add_time, add_risk and multiply_demand to some cargo'),
});

/** An event; in a scenario, one with the id of an event of the baseline changes that one. */
const eventSchema = section({
  id: identifier,
  title: text.optional(),
  on: targetSchema.optional().describe('What is hit: everything that any of these names'),
  from: uncertainDate.optional().describe('First day'),
  for: uncertainQuantity(kinds.duration, positive)
    .optional()
    .describe('How long, without the recovery; neither for nor until = to the end'),
  until: date.optional().describe('Last day'),
  probability: quantity(kinds.share, share)
    .optional()
    .describe('Chance that it happens at all; none = 100 %'),
  ramp: uncertainQuantity(kinds.duration, notNegative)
    .optional()
    .describe('Time in which the effect grows to its full strength; none = 0 days'),
  recovery: uncertainQuantity(kinds.duration, notNegative)
    .optional()
    .describe('Time in which the effect fades after the end; none = 0 days'),
  effect: effectSchema.optional(),
  ...provenanceFields,
});

const wholeNumber = z
  .int()
  .transform((number, context) => inRange(number, { atLeast: 1 }, context));

/** `baseline.yaml` and the scenarios. */
export const scenarioSchema = section({
  schema_version: schemaVersion,
  name: identifier.describe('Short name, used in results'),
  title: text,
  description: text.optional(),
  extends: text.optional().describe('File that this one changes; none = this is a baseline'),
  horizon: section({
    start: date.describe('First day'),
    end: date.describe('Last day'),
    step: quantity(kinds.duration, positive).describe('Length of a step of the simulation'),
  })
    .optional()
    .describe('The simulated time; baseline only'),
  behaviour: section({
    inertia: quantity(kinds.duration, notNegative).describe(
      'Mean length of contracts: how slowly shippers follow costs',
    ),
    cost_smoothing: quantity(kinds.duration, notNegative)
      .optional()
      .describe('Time over which shippers average costs before they choose; default 0 days'),
    overlap_correction: z
      .enum(['path-size', 'commonality'])
      .optional()
      .describe('How routes that overlap are corrected: path-size logit (default) or C-logit'),
    maximum_routes: wholeNumber.describe('Most routes beside those that make the corridors'),
    detour_limit: z
      .number()
      .transform((number, context) => inRange(number, { atLeast: 1 }, context))
      .describe('Most that a route may cost, as a multiple of the cheapest'),
    overlap_limit: quantity(kinds.share, share).describe('Most that two routes may have in common'),
    ...provenanceFields,
  })
    .optional()
    .describe('How shippers behave; baseline only'),
  replications: wholeNumber.optional().describe('How often to run it, each time with other draws'),
  seed: z
    .union([text, z.number()])
    .transform(String)
    .optional()
    .describe('Any text; the same seed gives the same draws'),
  events: z.array(eventSchema).optional(),
  set: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('New values by path, such as `demand.russia-india-coal.volume: 10 Mt/yr`'),
  expect: z
    .array(section({ corridor: text, change: z.enum(['rises', 'falls']) }))
    .optional()
    .describe('What must come out, checked after the run'),
});

/** An event as the schema gives it. */
export type EventFields = z.output<typeof eventSchema>;
/** What an event does, as the schema gives it. */
export type EffectFields = z.output<typeof effectSchema>;
/** What an event hits, as the schema gives it. */
export type TargetFields = z.output<typeof targetSchema>;
/** A filter of cargo, as the schema gives it. */
export type CargoFields = Pick<
  EffectFields['cargo'] & {},
  'commodities' | 'origins' | 'destinations'
>;
/** A merged baseline or scenario, as the schema gives it. */
export type ScenarioFields = z.output<typeof scenarioSchema>;
