// Every code that a problem may have, with the rule that it stands for.

/** The rule behind each code, as a sentence; in groups, the order of the documentation. */
export const rules = {
  // Files
  'missing-file': 'Every file that a study consists of, or that another one names, exists.',
  'not-a-file': 'A path leads to a file, not to a folder, and the file can be read.',
  'too-large': 'A YAML file has at most 8 MB, a table at most 32 MB.',
  'wrong-encoding': 'Files are text in UTF-8, with or without byte order mark.',
  'empty-file': 'A file says something.',
  'yaml-syntax': 'A YAML file is well-formed YAML 1.2, a single document.',
  'yaml-tab': 'YAML is indented with spaces, never with tabs.',
  'yaml-tag': 'Tags (!name) are not read: a value is what it looks like.',
  'yaml-alias': 'Aliases (*name) are not read: every value stands where it holds.',
  'yaml-merge': 'Merge keys (<<) are not read: every key stands where it holds.',
  'csv-syntax': 'A table is well-formed CSV: a cell with quotes or commas in it is quoted.',
  'extends-cycle': 'What a file extends does not extend that file in its turn.',
  // Keys and columns
  'unknown-key': 'Only keys that the scenario reference names may stand in a file.',
  'duplicate-key': 'A key stands once in its place.',
  'missing-key': 'Keys without a default have to be there.',
  'misplaced-key': 'A baseline has the horizon and the behaviour; a scenario has what changes it.',
  'unknown-column': 'Only columns that the scenario reference names may stand in a table.',
  'duplicate-column': 'A column stands once in a table.',
  'missing-column': 'Columns without a default have to be there.',
  'unused-column': 'A column that the model does not read stays empty.',
  'wrong-cell-count': 'Every row of a table has as many cells as its header.',
  // Values
  'wrong-type': 'A value is of the type that the scenario reference names.',
  'wrong-value': 'A value is one that its key allows.',
  'wrong-choice': 'A value with choices is one of them.',
  'two-values': 'Of keys that say the same in two ways, one is given.',
  'missing-value': 'A cell or key without a default has a value.',
  'missing-unit': 'A number that measures something is written with its unit.',
  'unknown-unit': 'Units are those that the scenario reference lists, in their exact letters.',
  'wrong-unit': 'A quantity measures what its key measures.',
  'wrong-formula': 'A formula is arithmetic with numbers, units and inputs, and has a result.',
  'not-a-number': 'A cell for a number holds digits and a point.',
  'out-of-range': 'A number lies in the range of its key.',
  'wrong-date': 'A date is written year-month-day.',
  'impossible-date': 'A date is a day of the calendar.',
  'wrong-distribution': 'A distribution has numbers that make sense together.',
  'wrong-correlation': 'Correlations join two inputs and can hold together.',
  'wrong-id': 'An id has only letters, digits, - and _ in it, and means nothing else.',
  'wrong-country': 'A country is its ISO 3166-1 alpha-3 code.',
  'wrong-gauge': 'Railways, and only they, have a gauge.',
  // Names
  'duplicate-id': 'An id stands for one thing.',
  'ambiguous-id': 'An id cannot be mistaken for something else.',
  'unknown-node': 'A node is one of node.csv.',
  'unknown-link': 'A link is one of link.csv.',
  'unknown-node-or-link': 'A part of a corridor is a node of node.csv or a link of link.csv.',
  'unknown-node-or-country': 'An origin or destination is a node or a country of node.csv.',
  'unknown-country': 'A country is one that a node lies in.',
  'unknown-corridor': 'A corridor is one of corridors.yaml.',
  'unknown-commodity': 'A commodity is one of commodities.yaml.',
  'unknown-crossing': 'A crossing is a border, chokepoint, port or limited link.',
  'unknown-tag': 'A tag is one that a node, link or corridor has.',
  'unknown-flow': 'A flow is one of demand.yaml.',
  'unknown-source': 'A source is a key of sources.yaml.',
  'unknown-calendar': 'A calendar is one of rates.yaml.',
  'unknown-carrier': 'A carrier is a mode, or rail with a gauge.',
  'unknown-input': 'An input is one that the study declares.',
  'unknown-path': 'A path leads to a value that a scenario may set.',
  // Sources
  'missing-source': 'Every number says where it comes from, or why it was assumed.',
  'two-sources': 'A number has either a source or an assumption.',
  // The study as a whole
  'duplicate-rate': 'There is one rate for a mode in a country, and one transfer for two carriers.',
  'missing-speed': 'Every mode has a speed in every country that its links lie in.',
  'missing-tariff': 'Every mode has a tariff in every country that its links lie in.',
  'step-too-long':
    'Steps are short enough for queues and the choice of routes to settle; found by `run`.',
  // Events and changes
  'two-durations': 'An event has one end.',
  'outside-horizon': 'An event falls into the horizon.',
  'no-effect': 'An event, and every part of it, has an effect.',
  'no-change': 'What changes a value changes it.',
  'matches-nothing': 'A selector or filter, and every part of it, matches something.',
  'mixed-selector': 'In a selector `all`, `any` and `not` stand alone.',
  'no-capacity': 'What multiplies or spreads a capacity finds one.',
  'already-open': 'What opens a link finds one that is not open.',
  // Warnings
  'matches-everything': 'A selector with `not` says within what.',
  'unused-value': 'A value is used for something.',
} as const;

/** The code of a problem. */
export type ProblemCode = keyof typeof rules;
