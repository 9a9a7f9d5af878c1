// What all parts of a page share: the results, the map, the colours, and how much of each scenario there is room for.

import type { ResultsFolder } from '../results/results-folder.ts';
import { type CorridorColours, corridorColours } from './corridor-colours.ts';
import type { ScenarioView } from './scenario-view.ts';
import { type StudyMap, studyMap } from './study-map.ts';

/** How much the page holds of each scenario; the tables of the results folder hold everything. */
export interface Detail {
  readonly corridorCharts: number;
  readonly postCharts: number;
  readonly tableRows: number;
  /** Whether the diversion of one cargo can be seen year by year, or over the whole horizon alone. */
  readonly hasCargoByYear: boolean;
}

export interface PageContext {
  readonly results: ResultsFolder;
  readonly map: StudyMap;
  readonly colours: CorridorColours;
  readonly detail: Detail;
}

/** Scenarios that a page shows in full. */
const mostInFull = 6;
const full: Detail = { corridorCharts: 6, postCharts: 3, tableRows: 15, hasCargoByYear: true };
/** About 80 kB a scenario, so that twenty of them stay below 2 MB. */
const brief: Detail = { corridorCharts: 3, postCharts: 1, tableRows: 8, hasCargoByYear: false };

export function pageContext(results: ResultsFolder, views: readonly ScenarioView[]): PageContext {
  const colours = corridorColours(views);
  return {
    results,
    colours,
    map: studyMap(results, colours, views),
    detail: views.length > mostInFull ? brief : full,
  };
}
