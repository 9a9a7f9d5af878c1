// Draws single charts of a scenario as SVG files that stand alone.

import { diversionChart } from './diversion-chart.ts';
import { layoutDiversion } from './diversion-layout.ts';
import { foldTransfers } from './folded-transfers.ts';
import { tonneScale } from './format.ts';
import { type FramedPicture, framePicture } from './framed-picture.ts';
import { type MapLayer, mostChange, singleMap } from './map.ts';
import { changeEntries, loadEntries, markEntries } from './map-legend.ts';
import { type MonthlySource, monthlySeries, monthsToShow, perDay } from './monthly-series.ts';
import { corridorName, horizonName, nodeName } from './names.ts';
import type { PageContext } from './page-context.ts';
import type { CorridorChange, ScenarioView } from './scenario-view.ts';
import { type SeriesOptions, seriesChart } from './series-chart.ts';
import { seriesEntries } from './series-part.ts';

/** What can be drawn: maps of the change, of before and after; who takes what; a corridor or a post month by month. */
export type ChartName =
  | 'map'
  | 'map-before'
  | 'map-after'
  | 'diversion'
  | 'corridor'
  | 'queue'
  | 'wait';

/** Which chart of which scenario; `of` is the id of the corridor or post that three of them need. */
export interface ChartRequest {
  readonly chart: ChartName;
  readonly of?: string | undefined;
}

/** Draws charts of one study; what all of them share is made once. @throws Error in words when there is nothing to draw */
export type Plotter = (view: ScenarioView, request: ChartRequest) => string;

/** @param context of all scenarios, so that corridors have the colours that they have in the report */
export function createPlotter(context: PageContext): Plotter {
  return (view, request) => {
    const drawing = drawingOf(context, view, request);
    const notes = [...drawing.notes, sourceLine(context, view)];
    return framePicture({ ...drawing, notes });
  };
}

function drawingOf(
  context: PageContext,
  view: ScenarioView,
  { chart, of }: ChartRequest,
): FramedPicture {
  switch (chart) {
    case 'map':
      return mapOf(context, view, 'change', 'Change of the tonnes on every line');
    case 'map-before':
      return mapOf(context, view, 'baseline', 'Before: tonnes on every line');
    case 'map-after':
      return mapOf(context, view, 'scenario', 'After: tonnes on every line');
    case 'diversion':
      return diversionOf(context, view);
    case 'corridor':
      return corridorOf(context, view, of);
    case 'queue':
      return postOf(context, view, of, { variable: 'longest_queue', unit: 't', what: 'Queue' });
    case 'wait':
      return postOf(context, view, of, { variable: 'mean_wait', unit: 'day', what: 'Wait' });
  }
}

function mapOf(
  context: PageContext,
  view: ScenarioView,
  layer: MapLayer,
  what: string,
): FramedPicture {
  const { map, colours, results } = context;
  const lines =
    layer === 'change'
      ? changeEntries(mostChange(map, view))
      : loadEntries(results.summary, colours, map.largestLoad);
  return {
    picture: singleMap(context, view, layer),
    heading: view.scenario.title,
    subtitle: `${what}, ${view.focusYear}`,
    legend: [...lines, ...markEntries(map.queues.largest)],
    notes: ['Sea lanes are schematic. Borders follow Natural Earth and take no side.'],
  };
}

function diversionOf({ results, colours }: PageContext, view: ScenarioView): FramedPicture {
  const { summary } = results;
  if (view.transfers.length === 0) throw new Error('no tonnes move from one corridor to another');
  const folded = foldTransfers(summary, view.transfers);
  const scale = tonneScale(folded.losers.map(({ tonnes }) => tonnes));
  return {
    picture: diversionChart(layoutDiversion(folded), colours, scale),
    heading: view.scenario.title,
    subtitle: `Who loses tonnes (left) to whom (right), ${scale.unit}, ${horizonName(summary)}`,
    legend: [],
    notes: [],
  };
}

function corridorOf(context: PageContext, view: ScenarioView, id = ''): FramedPicture {
  const known = [...view.corridors, view.notShipped].map((corridor) => corridor.id);
  if (!known.includes(id)) throw new Error(`there is no corridor "${id}"; name one with --of`);
  const { summary } = context.results;
  const title = corridorName(summary, id);
  const options = { title, unit: 't a day', colour: context.colours.classOf(id) } as const;
  const source = { table: 'corridors', column: 'corridor', id, variable: 'dispatched' } as const;
  return seriesOf(context, view, source, options, 'tonnes dispatched, mean of each month');
}

function postOf(
  context: PageContext,
  view: ScenarioView,
  id = '',
  {
    variable,
    unit,
    what,
  }: Pick<SeriesOptions, 'unit'> & Pick<MonthlySource, 'variable'> & { readonly what: string },
): FramedPicture {
  const { summary, tables } = context.results;
  const posts = tables.get('posts')?.columns.find(({ name }) => name === 'post');
  if (!posts || !([...posts.values] as string[]).includes(id))
    throw new Error(`nothing passes a post "${id}"; name one with --of`);
  const title = `${what} at ${nodeName(summary, id)}`;
  const source = { table: 'posts', column: 'post', id, variable } as const;
  return seriesOf(context, view, source, { title, unit, colour: 'kq' }, 'month by month');
}

function seriesOf(
  { results }: PageContext,
  view: ScenarioView,
  source: MonthlySource,
  options: SeriesOptions,
  what: string,
): FramedPicture {
  const months = monthsToShow(results.summary, view.events);
  const series = monthlySeries(results, view.scenario, months, source);
  const shown = options.unit === 't a day' ? perDay(series, results.summary) : series;
  return {
    picture: seriesChart(shown, view.events, options),
    heading: options.title,
    subtitle: `${view.scenario.title}: ${what}`,
    legend: seriesEntries(view.events),
    notes: view.events.map(({ title }, index) => `${index + 1} ${title}`),
  };
}

/** From which run the picture is. */
function sourceLine({ results }: PageContext, { scenario }: ScenarioView): string {
  const { name, replications, seed } = results.summary;
  return `cargoflow, ${name}, ${scenario.name}; means of ${replications} replications, seed ${seed}`;
}

/** The charts that belong to a scenario's part of a report: what changes, who takes it, and the corridor that changes most. */
export function mainCharts(view: ScenarioView): readonly ChartRequest[] {
  const size = ({ change }: CorridorChange) => Math.abs(change.mean);
  const [most] = [...view.corridors].sort((a, b) => size(b) - size(a));
  return [
    { chart: 'map' },
    ...(view.transfers.length > 0 ? [{ chart: 'diversion' } as const] : []),
    ...(most && size(most) > 0 ? [{ chart: 'corridor', of: most.id } as const] : []),
  ];
}

/** Where such a chart lies, beside the report. */
export function picturePath({ scenario }: ScenarioView, { chart }: ChartRequest): string {
  return `pictures/${scenario.name}-${chart}.svg`;
}
