// Builds the parts of a scenario that the files of its study hold.

import type { Commodity, Flow } from '../model/demand.ts';
import type { Network } from '../model/network.ts';
import type { Source } from '../model/scenario.ts';
import { buildCommodities } from './commodities.ts';
import { buildFlows } from './flows.ts';
import { collectNames, type Names } from './names.ts';
import { buildNetwork } from './network.ts';
import type { Problem } from './problem.ts';
import { sourceList } from './provenance.ts';
import { readTree } from './read-tree.ts';
import { sourcesSchema } from './schema-sources.ts';
import type { Study } from './study-files.ts';
import type { DrawnNumbers } from './uncertain.ts';

/** What a study holds. Parts with problems are undefined. */
export interface BuiltStudy {
  readonly study: Study;
  readonly names: Names;
  readonly network: Network | undefined;
  readonly commodities: Commodity[] | undefined;
  readonly flows: Flow[] | undefined;
  readonly sources: Source[] | undefined;
  /** What is uncertain in it, the volumes first. */
  readonly drawn: DrawnNumbers;
}

/** @param years calendar years that the horizon touches */
export function buildStudy(
  study: Study,
  years: readonly number[],
  problems: Problem[],
): BuiltStudy {
  const names = collectNames(study, problems);
  const drawn: DrawnNumbers = { inputs: [], values: [] };
  const flows = buildFlows(study, names, years, drawn, problems);
  const network = buildNetwork(study, names, drawn, problems);
  const commodities = buildCommodities(study, drawn, problems);
  const sources = readTree(sourcesSchema, study.sources, problems);
  return {
    study,
    names,
    network,
    commodities,
    flows,
    sources: sources && sourceList(sources.value),
    drawn,
  };
}
