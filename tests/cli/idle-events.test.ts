// Events that meet no cargo are named; those that meet some are not.

import { expect, test } from 'vitest';
import { idleEventProblems } from '../../src/cli/idle-events.ts';
import { allCargo, compiled, event, flow, link, node } from '../networks.ts';

/** Cargo goes from A to B; C lies behind B, a road by it is planned, and one from A to B beside the old one. */
const model = compiled({
  nodes: [node('A'), node('B'), node('C', { kind: 'border', capacityTonnesPerDay: 5 })],
  links: [
    link('old', 'A', 'B'),
    link('beside', 'A', 'B', { status: 'planned' }),
    link('beyond', 'B', 'C', { status: 'planned' }),
    link('behind', 'B', 'C'),
  ],
  flows: [flow('ab', 'A', 'B', 60)],
  days: 20,
  events: [
    event('opens-beside', { links: ['beside'] }, 5, 5, [{ kind: 'open' }]),
    event('opens-beyond', { links: ['beyond'] }, 5, 5, [{ kind: 'open' }]),
    event('shuts-old', { links: ['old'] }, 5, 5, [{ kind: 'close' }]),
    event('shuts-behind', { links: ['behind'] }, 5, 5, [{ kind: 'close' }]),
    event('slows-behind', { nodes: ['C'] }, 5, 5, [{ kind: 'capacity', factor: 0.5 }]),
    event('bans-all', { links: ['old'] }, 5, 5, [{ kind: 'ban', share: 0.5, cargo: allCargo }]),
    event('bans-none', { links: ['old'] }, 5, 5, [
      { kind: 'ban', share: 0.5, cargo: { ...allCargo, origins: ['C'] } },
    ]),
    event('one-of-two', { links: ['old', 'behind'] }, 5, 5, [
      { kind: 'cost', perTonne: 5, cargo: allCargo },
    ]),
  ],
});

test('names the events by whose places no cargo could go, once for all models', () => {
  const problems = idleEventProblems([model, model]);
  expect(problems.map((problem) => /event "([^"]*)"/.exec(problem)?.[1])).toEqual([
    'bans-none',
    'opens-beyond',
    'shuts-behind',
    'slows-behind',
  ]);
  expect(problems[0]).toMatch(/^no-effect: .* changes nothing: no cargo could ever go by/);
});
