// Names that stand in the key columns of the tables beside the ids of the study.

/** The whole horizon, every origin, and so on. */
export const all = 'all';

/** The sink of tonnes that nobody ships; stands among the corridors. */
export const notShippedSink = 'no-ship';

/** Stands among the corridors for demand that only one of the two runs has. */
export const demandSink = 'demand';

/** The sink of tonnes that still wait or travel at the end of a year; stands among the corridors. */
export const delayedSink = 'delayed';

/** Stands among the corridors for tonnes that turned back on their way. */
export const turnedBackSink = 'turned-back';

/** Key columns of the tables of flows: the run, the period, and which flow. */
export const flowColumns = ['scenario', 'period', 'origin', 'destination', 'commodity'] as const;
