// The public names of the package, grouped by folder.

export { CompileError, compile } from './compile/compile.ts';
export type { CompiledModel } from './compile/compiled-model.ts';
export type { DiversionResult } from './diversion/diversion-result.ts';
export { accumulateDiversion } from './diversion/ledger.ts';
export type { DispatchSeries, ReplicationResult } from './engine/replication-result.ts';
export { createState, runReplication } from './engine/run-replication.ts';
export type { Scenario } from './model/scenario.ts';
export { drawInputs } from './replicate/draws.ts';
export { defaultWorkerCount, replicate } from './replicate/pool.ts';
export type { ReplicationOutcome, ReplicationPlan } from './replicate/run-job.ts';
export { csvChunks, parseCsv } from './report/csv.ts';
export { renderHtml, renderMarkdown, renderPictures } from './report/report.ts';
export { createAggregator } from './results/aggregate.ts';
export type { ResultsFolder } from './results/results-folder.ts';
export type { StudySummary } from './results/study-summary.ts';
export { summariseStudy } from './results/summarise-study.ts';
export type { Table } from './results/table.ts';
export { loadScenario, scenarioLoader } from './scenario/load.ts';
export { formatProblem, type Problem } from './scenario/problem.ts';
