// Cells and columns of tables that cannot be read, or do not fit together.

import { checkMistakes } from './check-mistakes.ts';

checkMistakes([
  {
    name: 'a text for a number',
    edits: [['link.csv', '1520,3.6525,1', '1520,«3.65 Mt,1']],
    code: 'not-a-number',
    message: '"3.65 Mt" is not a number',
    hint: 'digits and a point only; the unit is in the name of the column',
  },
  {
    name: 'a cell behind a comma in quotes',
    edits: [
      ['link.csv', 'L3,Southern railway,ALM', 'L3,"Railway, southern",ALM'],
      ['link.csv', '1520,3.6525,1', '1520,«many,1'],
    ],
    code: 'not-a-number',
    message: '"many" is not a number',
  },
  {
    name: 'a calendar that there is not',
    edits: [
      ['node.csv', 'passage_cost_usd_per_t,source', 'passage_cost_usd_per_t,calendar,source'],
      ['node.csv', 'ALM,Almaty,76.9,43.2,origin,KAZ,,,,', 'ALM,Almaty,76.9,43.2,origin,KAZ,,,,,'],
      ['node.csv', '7.305,24,3,', '7.305,24,3,«daytime,'],
      ['node.csv', 'IRN,,48,5,', 'IRN,,48,5,,'],
      ['node.csv', 'DEU,,,,', 'DEU,,,,,'],
    ],
    code: 'unknown-calendar',
    message: 'there is no calendar "daytime"',
  },
  {
    name: 'a latitude beyond the pole',
    edits: [['node.csv', '51.0,51.5', '51.0,«515']],
    code: 'out-of-range',
    message: 'must be at most 90',
  },
  {
    name: 'a word that is not in the list',
    edits: [['link.csv', 'sea,,,,existing', '«see,,,,existing']],
    code: 'wrong-choice',
    message: '"see" is not one of: rail, road, sea, ferry, rail-ferry',
    hint: 'nearest: "sea"',
  },
  {
    name: 'an empty cell that must not be empty',
    edits: [['link.csv', '1,9600,,sea', '1,«,,sea']],
    code: 'missing-value',
    message: '"length" is empty',
  },
  {
    name: 'cars per hour',
    edits: [['link.csv', '0,960,,rail', '0,960,«1800,rail']],
    code: 'unused-column',
    message: 'capacity counts cars per hour here and must be empty',
    hint: 'write capacity_mt_per_year',
  },
  {
    name: 'an unknown column',
    edits: [['node.csv', 'source,note', 'source,«notes']],
    code: 'unknown-column',
    message: '"notes" is not a column here',
    hint: 'nearest: "note"',
  },
  {
    name: 'a row with a cell too few',
    edits: [
      [
        'node.csv',
        'NOR,Northern Crossing,51.0,51.5,border,RUS,7.305,24,3,atlas,20000 t a day',
        '«NOR,Northern Crossing,51.0,51.5,border,RUS,7.305,24,3,atlas',
      ],
    ],
    code: 'wrong-cell-count',
    message: '10 cells; the header has 11',
  },
  {
    name: 'a railway without gauge',
    edits: [['link.csv', 'rail,1520,3.6525', 'rail,«,3.6525']],
    code: 'wrong-gauge',
    message: 'a railway needs a gauge',
    hint: 'write 1435, 1520 or 1676 under gauge_mm',
  },
  {
    name: 'a limited link without capacity',
    edits: [['link.csv', '1520,3.6525,1', '1520,,«1']],
    code: 'missing-value',
    message: 'a limited link needs a capacity',
  },
  {
    name: 'a mode without speed, once for all its links in a country',
    edits: [
      ['rates.yaml', '  - { mode: sea, speed: 400 km/day, assumption: slow ships }\n', ''],
      ['link.csv', '9600,,sea,,,,existing,,,,', '9600,,«sea,,,,existing,,,,'],
      [
        'rates.yaml',
        'speeds:\n',
        'speeds:\n  - { mode: sea, country: DEU, speed: 20 km/h, source: atlas }\n',
      ],
    ],
    code: 'missing-speed',
    message: 'there is no speed for sea in IRN',
    hint: 'add a row to rates.yaml',
  },
]);
