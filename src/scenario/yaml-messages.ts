// Says in our own words what the YAML reader found wrong, and what to write instead.

import type { ErrorCode, YAMLError } from 'yaml';
import type { ProblemCode } from './problem-codes.ts';
import { type Fault, fault } from './quantity.ts';

type Words = readonly [message: string, hint?: string];

/** What is said of an error of the reader by its code, when its message tells nothing more. */
const wordsByCode: Partial<Record<ErrorCode, Words>> = {
  BAD_DIRECTIVE: ['a line that starts with % is an instruction to YAML readers', 'remove it'],
  BAD_DQ_ESCAPE: ['this backslash has no meaning in double quotes', "use single quotes: '…'"],
  BAD_INDENT: [
    'this line is not indented as those that belong together with it',
    'keys of one map, and dashes of one list, stand in the same column',
  ],
  BAD_SCALAR_START: ['a text cannot start with this character', 'put the text in quotes'],
  BLOCK_AS_IMPLICIT_KEY: [
    'there are two colons in this line, or the next is indented too far',
    'put a text with a colon in it in quotes; keys of one map stand in the same column',
  ],
  BLOCK_IN_FLOW: [
    'a map or list of several lines cannot stand in brackets',
    'is a bracket not closed above?',
  ],
  KEY_OVER_1024_CHARS: ['this key is longer than 1024 characters', 'is a colon missing above?'],
  MULTILINE_IMPLICIT_KEY: [
    'a key with its colon stands on one line',
    'is a colon, a quote or a bracket missing here?',
  ],
  MULTIPLE_DOCS: ['a second document starts here', 'remove the line ---'],
  NON_STRING_KEY: ['a key is a word or a text'],
  UNEXPECTED_TOKEN: [
    'this does not belong here',
    'is a bracket, comma or quote missing before it?',
  ],
};

/** What the reader's message tells beyond its code. */
const wordsByMessage: readonly (readonly [RegExp, Words])[] = [
  [
    /closing ['"]quote/,
    ['this quote is not closed', 'write the same quote at the end of the text'],
  ],
  [/end with a (.)/, ['a bracket is not closed', 'write its other half']],
  [/Missing ,/, ['a comma is missing before this', 'put a text with brackets or commas in quotes']],
  [/followed by map values/, ['a colon is missing after this key', 'write `key: value`']],
  [/Missing space after :/, ['a space is missing after this colon']],
  [
    /without - indicator/,
    [
      'this is neither an item of the list above it, which begins with a dash, nor indented as what belongs to one',
      'write `- ` before it, or put it in the column of the keys above',
    ],
  ],
  [/Comments must be separated/, ['a comment needs a space before its #']],
  [/header includes extra/, ['only - or + may follow > or |', 'the text starts on the next line']],
  [
    /Plain value cannot start with/,
    ['a text cannot start with this character', 'put it in quotes'],
  ],
];

/** The problem code and the words for an error of the reader. */
export function yamlFault({ code, message }: YAMLError): Fault {
  const own = codeOf(code);
  if (own === 'yaml-tab') {
    return fault(own, 'a tab stands in the indentation', 'replace it by spaces');
  }
  if (own === 'yaml-tag') return fault(own, 'tags (!name) are not read', 'remove it');
  if (own === 'yaml-alias') {
    return fault(own, 'anchors (&name) and aliases (*name) are not read', 'write the value out');
  }
  const found = wordsByMessage.find(([pattern]) => pattern.test(message))?.[1];
  const [text, hint] = found ?? wordsByCode[code] ?? ['this is no well-formed YAML'];
  return fault(own, text, hint);
}

function codeOf(code: ErrorCode): ProblemCode {
  if (code === 'TAB_AS_INDENT') return 'yaml-tab';
  if (code === 'TAG_RESOLVE_FAILED' || code === 'MULTIPLE_TAGS') return 'yaml-tag';
  if (code === 'BAD_ALIAS' || code === 'MULTIPLE_ANCHORS' || code === 'ALIAS_PROPS') {
    return 'yaml-alias';
  }
  return 'yaml-syntax';
}
