// Names that nothing has, or that two things have.

import { checkMistakes } from './check-mistakes.ts';

checkMistakes([
  {
    name: 'an unknown node of a link',
    edits: [['link.csv', 'L2,European railway,NOR', 'L2,European railway,«NOT']],
    code: 'unknown-node',
    message: 'there is no node "NOT"',
    hint: 'nearest: "NOR"',
  },
  {
    name: 'the name of a node instead of its id',
    edits: [['demand.yaml', 'containers\n    origin: ALM', 'containers\n    origin: «Almaty']],
    code: 'unknown-node',
    message: 'there is no node "Almaty"',
    hint: 'write its id, "ALM"',
  },
  {
    name: 'an unknown link in a corridor',
    edits: [['corridors.yaml', '[L3, L4]', '[L3, «L44]']],
    code: 'unknown-node-or-link',
    message: 'there is no node or link "L44"',
    hint: 'nearest: "L4"',
  },
  {
    name: 'an unknown corridor of an event',
    edits: [['closure.yaml', 'countries: [RUS]', 'corridors: [northern, «sothern]']],
    code: 'unknown-corridor',
    message: 'there is no corridor "sothern"',
    hint: 'nearest: "southern"',
  },
  {
    name: 'an unknown country of an event',
    edits: [['closure.yaml', '[RUS]', '[«RSU]']],
    code: 'unknown-country',
    message: 'there is no country "RSU"',
    hint: 'nearest: "RUS"',
  },
  {
    name: 'an unknown country of a rate',
    edits: [['rates.yaml', 'country: KAZ, speed', 'country: «KAX, speed']],
    code: 'unknown-country',
    message: 'there is no country "KAX"',
    hint: 'nearest: "KAZ"',
  },
  {
    name: 'an unknown origin of banned cargo',
    edits: [['closure.yaml', 'origins: [KAZ]', 'origins: [«KAX]']],
    code: 'unknown-node-or-country',
    message: 'there is no node or country "KAX"',
    hint: 'nearest: "KAZ"',
  },
  {
    name: 'an unknown commodity',
    edits: [['closure.yaml', '[container]', '[«contaner]']],
    code: 'unknown-commodity',
    message: 'there is no commodity "contaner"',
    hint: 'nearest: "container"',
  },
  {
    name: 'an unknown source',
    edits: [['closure.yaml', 'source: [atlas]', 'source: [«atlsa]']],
    code: 'unknown-source',
    message: 'there is no source "atlsa"',
    hint: 'nearest: "atlas"',
  },
  {
    name: 'an unknown source in a table',
    edits: [['node.csv', 'destination,DEU,,,,atlas', 'destination,DEU,,,,«atlases']],
    code: 'unknown-source',
    message: 'there is no source "atlases"',
    hint: 'nearest: "atlas"',
  },
  {
    name: 'an unknown carrier of a transfer',
    edits: [['rates.yaml', 'rail-1435]', '«rail-1453]']],
    code: 'unknown-carrier',
    message: '"rail-1453" is no carrier',
    hint: 'nearest: "rail-1435"',
  },
  {
    name: 'an expectation of an unknown corridor',
    edits: [['closure.yaml', 'corridor: southern', 'corridor: «western']],
    code: 'unknown-corridor',
    message: 'there is no corridor "western"',
    hint: 'corridors: northern, southern, other, no-ship',
  },
  {
    name: 'a word of the id of a flow',
    edits: [
      ['demand.yaml', 'id: grain', 'id: grain-of-the-steppe'],
      ['closure.yaml', 'corridor: southern', 'flow: «steppe'],
    ],
    code: 'unknown-flow',
    message: 'there is no flow "steppe"',
    hint: 'do you mean "grain-of-the-steppe"?',
  },
  {
    name: 'a country that is not in the network',
    edits: [['closure.yaml', 'origins: [KAZ]', 'origins: [«POL]']],
    code: 'unknown-node-or-country',
    message: 'there is no node or country "POL"',
  },
  {
    name: 'two flows of one id',
    edits: [['demand.yaml', 'id: grain', 'id: «containers']],
    code: 'duplicate-id',
    message: 'there is already a flow "containers"',
  },
  {
    name: 'two nodes of one id',
    edits: [['node.csv', 'DUI,Duisburg', '«SOU,Elsewhere,0,0,hub,FRA,,,,atlas,\nDUI,Duisburg']],
    code: 'duplicate-id',
    message: 'there is already a node "SOU"',
  },
  {
    name: 'two events of one id in one file',
    edits: [
      [
        'baseline.yaml',
        '  - id: winter',
        '  - { id: winter, title: a, on: { nodes: [NOR] }, from: 2025-01-01, effect: { close: true }, assumption: b }\n  - id: «winter',
      ],
    ],
    code: 'duplicate-id',
    message: 'there is already an event "winter"',
  },
  {
    name: 'two rates for one mode and country',
    edits: [
      ['rates.yaml', 'country: KAZ, speed', 'country: RUS, speed'],
      [
        'rates.yaml',
        '  - { mode: sea, speed',
        '  - { mode: rail, country: «RUS, speed: 1 km/h, source: [atlas] }\n  - { mode: sea, speed',
      ],
    ],
    code: 'duplicate-rate',
    message: 'there is already a row for rail RUS',
  },
  {
    name: 'an id with a full stop, which separates the words of a path',
    edits: [['demand.yaml', 'id: grain', 'id: «grain.kaz']],
    code: 'wrong-id',
    message: 'an id has only letters, digits, - and _ in it',
  },
  {
    name: 'a link with the id of a node',
    edits: [
      [
        'link.csv',
        'L5,Shortcut',
        'L5,Shortcut,SOU,DUI,0,4000,,rail,1435,,,planned,2030,,,atlas,\n«NOR,Shortcut',
      ],
    ],
    code: 'ambiguous-id',
    message: '"NOR" is also a node',
  },
  {
    name: 'a corridor with a word of the results as id',
    edits: [['corridors.yaml', 'id: northern', 'id: «other']],
    code: 'ambiguous-id',
    message: '"other" is a word of the results',
  },
  {
    name: 'a scenario with the name of its baseline',
    edits: [['closure.yaml', 'name: closure', 'name: «baseline']],
    code: 'duplicate-id',
    message: 'the file that this one extends is named "baseline" too',
  },
]);
