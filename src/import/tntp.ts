// Reads a network in the TNTP format: a file of links, one of trips, and one of places if there is one.

import type { Place, SourceText } from '../scenario/place.ts';
import { type Problem, problemAt } from '../scenario/problem.ts';
import {
  counted,
  type ImportedLink,
  type ImportedNetwork,
  type ImportedNode,
  type ImportedTrip,
  type ImportUnits,
  lengthUnits,
  timeUnits,
  unitProblem,
} from './imported-network.ts';

/** The files by their kind. */
export interface TntpFiles {
  readonly net: SourceText;
  readonly trips: SourceText;
  readonly node: SourceText | undefined;
}

/** The words of a line and where it starts. */
interface Line {
  readonly words: readonly string[];
  readonly place: Place;
}

/** Shortest length and time of a link: the format has connectors of length and time 0, a study has not. */
const leastKm = 0.001;

/**
 * Reads the network; what is wrong is reported, and the result is then not to be used.
 * Nodes below `<FIRST THRU NODE>` are zones that nothing may pass through: each becomes two nodes, one at which cargo
 * starts and one at which it ends.
 */
export function readTntp(
  files: TntpFiles,
  asked: ImportUnits,
  problems: Problem[],
): ImportedNetwork {
  const net = splitFile(files.net);
  const firstThrough = Number(net.metadata.get('FIRST THRU NODE') ?? 1);
  const isZone = (node: number) => node < firstThrough;
  const start = (node: number) => `N${node}`;
  const end = (node: number) => (isZone(node) ? `N${node}-end` : `N${node}`);
  const places = files.node ? placesOf(files.node, problems) : new Map<number, Coordinates>();
  const { links, short } = linksOf(net.lines, files.net, { start, end }, asked, problems);
  const trips = tripsOf(splitFile(files.trips).lines, { start, end }, problems);
  const names = new Set([
    ...links.flatMap(({ from, to }) => [from, to]),
    ...trips.list.flatMap(({ from, to }) => [from, to]),
  ]);
  const nodes = [...names].sort(byNumber).map((id): ImportedNode => {
    const number = numberOf(id);
    return { id, name: String(number), x: places.get(number)?.x, y: places.get(number)?.y };
  });
  const notes = [
    ...(short > 0 ? [`${counted(short, 'link')} shorter than 1 m: taken as 1 m long`] : []),
    ...(trips.within > 0 ? [`left out: ${counted(trips.within, 'trip')} within a zone`] : []),
    ...(firstThrough > 1
      ? [`nodes below ${firstThrough} are not passed through: N1 starts, N1-end receives`]
      : []),
  ];
  return { nodes, links, trips: trips.list, notes };
}

function numberOf(id: string): number {
  return Number.parseInt(id.slice(1), 10);
}

function byNumber(a: string, b: string): number {
  return numberOf(a) - numberOf(b) || (a < b ? -1 : 1);
}

/** The `<KEY> value` lines of the head, and the words of the other lines; `~` starts a comment, `;` ends an entry. */
function splitFile(source: SourceText): { metadata: Map<string, string>; lines: Line[] } {
  const metadata = new Map<string, string>();
  const lines: Line[] = [];
  let offset = 0;
  for (const text of source.text.split('\n')) {
    const content = text.split('~')[0]!;
    const head = /^\s*<([^>]+)>(.*)$/.exec(content);
    if (head) metadata.set(head[1]!.trim().toUpperCase(), head[2]!.trim());
    else if (content.trim() !== '') {
      const indent = content.length - content.trimStart().length;
      const words = content.replaceAll(';', ' ; ').trim().split(/\s+/);
      lines.push({ words, place: { source, offset: offset + indent } });
    }
    offset += text.length + 1;
  }
  return { metadata, lines };
}

/** How nodes are named where cargo leaves them and where it arrives. */
interface NodeNames {
  readonly start: (node: number) => string;
  readonly end: (node: number) => string;
}

function linksOf(
  lines: readonly Line[],
  source: SourceText,
  names: NodeNames,
  { length, time }: ImportUnits,
  problems: Problem[],
): { links: ImportedLink[]; short: number } {
  if (!length || !time) {
    const needed = [
      ...(length ? [] : [unitProblem('length-unit', lengthUnits, 'lengths are')]),
      ...(time ? [] : [unitProblem('time-unit', timeUnits, 'free flow times are')]),
    ];
    for (const message of needed)
      problems.push(problemAt({ source, offset: 0 }, 'missing-unit', message));
    return { links: [], short: 0 };
  }
  let short = 0;
  const links = lines.flatMap(({ words, place }, index): ImportedLink[] => {
    const [from, to, , lengthWritten, timeWritten] = words.slice(0, 5).map(Number);
    const whole = [from, to].every((node) => Number.isSafeInteger(node) && node! > 0);
    const measured = [lengthWritten, timeWritten].every((value) => value! >= 0);
    if (words.length < 6 || !whole || !measured) {
      const message =
        'expected: from, to, capacity, length, free flow time, …; nodes from 1, numbers not below 0';
      problems.push(problemAt(place, 'wrong-value', message));
      return [];
    }
    const lengthKm = lengthWritten! * lengthUnits[length];
    if (lengthKm < leastKm) short += 1;
    return [
      {
        id: `L${index + 1}`,
        name: '',
        from: names.start(from!),
        to: names.end(to!),
        directed: true,
        lengthKm: Math.max(leastKm, lengthKm),
        hours: timeWritten! / timeUnits[time],
      },
    ];
  });
  return { links, short };
}

function tripsOf(lines: readonly Line[], names: NodeNames, problems: Problem[]) {
  const list: ImportedTrip[] = [];
  let within = 0;
  let origin: number | undefined;
  for (const { words, place } of lines) {
    if (words[0]!.toLowerCase() === 'origin') {
      origin = Number(words[1]);
      continue;
    }
    const entries = words.join(' ').split(';');
    for (const entry of entries.map((text) => text.trim()).filter((text) => text !== '')) {
      const match = /^(\d+) ?: ?([\d.eE+-]+)$/.exec(entry);
      const volume = match ? Number(match[2]) : Number.NaN;
      if (!match || origin === undefined || !(volume >= 0)) {
        const hint = 'an origin stands on a line before: `Origin 1`, then `2 : 100.0;`';
        problems.push(problemAt(place, 'wrong-value', `"${entry}" is no trip`, hint));
        continue;
      }
      const destination = Number(match[1]);
      if (destination === origin) within += volume > 0 ? 1 : 0;
      else if (volume > 0)
        list.push({ from: names.start(origin), to: names.end(destination), volume });
    }
  }
  return { list, within };
}

interface Coordinates {
  readonly x: number;
  readonly y: number;
}

/** Places by node; the first line names the columns. */
function placesOf(source: SourceText, problems: Problem[]): Map<number, Coordinates> {
  const [, ...lines] = splitFile(source).lines;
  const places = new Map<number, Coordinates>();
  for (const { words, place } of lines) {
    const [node, x, y] = words.map(Number);
    if ([node, x, y].every((value) => Number.isFinite(value))) places.set(node!, { x: x!, y: y! });
    else problems.push(problemAt(place, 'wrong-value', 'expected: node, x, y'));
  }
  return places;
}
