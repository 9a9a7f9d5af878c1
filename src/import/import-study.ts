// Turns the files of another tool into a study: finds out what they are, reads them, and writes the study's text.

import { kinds, parseNumber } from '../scenario/kinds.ts';
import type { SourceText } from '../scenario/place.ts';
import { hasErrors, type Problem, sortProblems } from '../scenario/problem.ts';
import { isFault } from '../scenario/quantity.ts';
import { readGmns } from './gmns.ts';
import { counted, type ImportedNetwork, type ImportUnits } from './imported-network.ts';
import { type StudySettings, tonnesPerDay, writeStudy } from './study-text.ts';
import { readTntp } from './tntp.ts';

/** What the person says about the files: units, and the numbers that they do not hold. */
export interface ImportSettings extends Omit<StudySettings, 'tonnesPerYear' | 'origin'> {
  readonly units: ImportUnits;
}

/** What came of an import: the files of a study by name and a summary in lines, or what is wrong. */
export type ImportOutcome =
  | { readonly files: ReadonlyMap<string, string>; readonly summary: readonly string[] }
  | { readonly problems: readonly Problem[]; readonly messages: readonly string[] };

/**
 * Imports GMNS (node.csv, link.csv, demand.csv and, if there is one, config.csv) or TNTP (*_net.tntp, *_trips.tntp and,
 * if there is one, *_node.tntp), by the names of the files.
 */
export function importStudy(
  sources: readonly SourceText[],
  settings: ImportSettings,
): ImportOutcome {
  const messages = settingMessages(settings);
  const reader = readerOf(sources);
  if (typeof reader === 'string') return { problems: [], messages: [reader, ...messages] };
  const problems: Problem[] = [];
  const network = reader(settings.units, problems);
  if (hasErrors(problems) || messages.length > 0)
    return { problems: sortProblems(problems), messages };
  const tonnesPerYear = volumeOf(settings.volumeUnit) as number;
  const origin = sources.map(({ file }) => baseName(file)).join(', ');
  const study = { ...settings, origin, tonnesPerYear };
  const { files, notes } = writeStudy(network, study);
  return { files, summary: [...summaryOf(network, study), ...notes] };
}

/** A volume of 1 in tonnes a year: `t/day` or `12 t/day`. */
function volumeOf(unit: string) {
  return parseNumber(/^[\d.]/.test(unit) ? unit : `1 ${unit}`, kinds.volume);
}

/** What is wrong with the settings, in words. */
function settingMessages(settings: ImportSettings): string[] {
  const asked = [
    ['volume-unit', volumeOf(settings.volumeUnit)],
    ['tariff', parseNumber(settings.tariff, kinds.tariff)],
    ['value-of-time', parseNumber(settings.valueOfTime, kinds.valueOfTime)],
    ['route-scale', parseNumber(settings.routeScale, kinds.choiceScale)],
  ] as const;
  return asked.flatMap(([option, value]) => {
    if (isFault(value)) return [`--${option}: ${value.message} ${value.hint}`.trim()];
    return value >= 0 ? [] : [`--${option} must not be below 0`];
  });
}

type Reader = (units: ImportUnits, problems: Problem[]) => ImportedNetwork;

const formats =
  'expected node.csv, link.csv, demand.csv (GMNS; config.csv if there is one), ' +
  'or NAME_net.tntp, NAME_trips.tntp (TNTP; NAME_node.tntp if there is one)';

/** What reads these files, or why nothing does. */
function readerOf(sources: readonly SourceText[]): Reader | string {
  const named = (ending: RegExp) => sources.find(({ file }) => ending.test(baseName(file)));
  const [node, link, demand, config] = [
    /^node\.csv$/,
    /^link\.csv$/,
    /^demand\.csv$/,
    /^config\.csv$/,
  ].map(named);
  const [net, trips, places] = [/net\.tntp$/i, /trips\.tntp$/i, /node\.tntp$/i].map(named);
  const known = [node, link, demand, config, net, trips, places];
  const stray = sources.find((source) => !known.includes(source));
  if (stray) return `${stray.file}: this kind of file is not read; ${formats}`;
  const isGmns = node && link && demand && !net && !trips && !places;
  const isTntp = net && trips && !node && !link && !demand && !config;
  if (isGmns) return (units, problems) => readGmns({ node, link, demand, config }, units, problems);
  if (isTntp) return (units, problems) => readTntp({ net, trips, node: places }, units, problems);
  return formats;
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

/** What was read and with which numbers, so that nothing is taken for granted unseen. */
function summaryOf(network: ImportedNetwork, settings: StudySettings): string[] {
  const { nodes, links, trips } = network;
  const tonnes = tonnesPerDay(network, settings.tonnesPerYear);
  return [
    `imported ${counted(nodes.length, 'node')}, ${counted(links.length, 'link')}, ${counted(trips.length, 'flow')} with ${tonnes.toFixed(1)} t/day`,
    `a volume of 1 is ${settings.volumeUnit}; mode ${settings.mode}, country ${settings.country}; tariff ${settings.tariff}, ` +
      `value of time ${settings.valueOfTime}, route scale ${settings.routeScale}`,
    'capacities of links are not taken over: cargo queues only where you say so',
  ];
}
