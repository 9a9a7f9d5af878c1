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
  /** Corridors in the table before and after. */
  readonly corridorRows: number;
  /** Moves between corridors whose costs are told apart. */
  readonly costMoves: number;
  /** Uncertain inputs in the table of the drivers. */
  readonly driverRows: number;
  /** Whether the transfers stand there in full beside the matrix. */
  readonly hasTransferList: boolean;
  /** Whether the diversion of one cargo can be seen year by year, or over the whole horizon alone. */
  readonly hasCargoByYear: boolean;
  /** Whether the diversion can be seen year by year at all. */
  readonly hasYears: boolean;
  /** Whether the costs of each move stand there term by term, or as bars alone. */
  readonly hasCostTerms: boolean;
  /** Whether maps before and after are in the page, or drawn by its script when asked for. */
  readonly hasMapLayers: boolean;
}

export interface PageContext {
  readonly results: ResultsFolder;
  readonly map: StudyMap;
  readonly colours: CorridorColours;
  readonly detail: Detail;
}

/** Scenarios that a page shows in full. */
const mostInFull = 6;
const full: Detail = {
  corridorCharts: 6,
  postCharts: 3,
  tableRows: 15,
  corridorRows: 14,
  costMoves: 6,
  driverRows: 10,
  hasTransferList: true,
  hasCargoByYear: true,
  hasYears: true,
  hasCostTerms: true,
  hasMapLayers: true,
};
/** About 130 kB a scenario. */
const brief: Detail = {
  ...full,
  corridorCharts: 3,
  postCharts: 1,
  tableRows: 8,
  hasCargoByYear: false,
};
/** With more scenarios than this each has little room: about 65 kB, */
const mostInBrief = 12;
const little: Detail = {
  ...brief,
  corridorCharts: 2,
  tableRows: 5,
  corridorRows: 7,
  costMoves: 2,
  driverRows: 5,
  hasTransferList: false,
  hasYears: false,
  hasCostTerms: false,
  hasMapLayers: false,
};

/** and beyond this the least: about 60 kB, so that 22 of them stay below 2 MB. */
const mostInLittle = 18;
const least: Detail = { ...little, corridorCharts: 1, costMoves: 1 };

export function pageContext(results: ResultsFolder, views: readonly ScenarioView[]): PageContext {
  const colours = corridorColours(views);
  const detail = detailOf(views.length);
  return {
    results,
    colours,
    map: studyMap(results, colours, views, detail.hasMapLayers),
    detail,
  };
}

function detailOf(scenarios: number): Detail {
  if (scenarios > mostInLittle) return least;
  if (scenarios > mostInBrief) return little;
  return scenarios > mostInFull ? brief : full;
}
