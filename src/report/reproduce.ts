// Says how to run a study again, and counts where its numbers come from.

import type { Source } from '../model/scenario.ts';
import type { StudySummary } from '../results/study-summary.ts';

/** The command that gives the same results again. */
export function reproduceCommand(summary: StudySummary): string {
  const files = summary.scenarios
    .filter((scenario) => scenario.baseline !== '')
    .map((scenario) => `scenarios/${summary.name}/${scenario.name}.yaml`);
  const chosen = files.length > 0 ? files : [`scenarios/${summary.name}/baseline.yaml`];
  return `cargoflow run ${chosen.join(' ')} --replications ${summary.replications} --seed ${shellWord(summary.seed)}`;
}

function shellWord(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : `'${text.replace(/'/g, "'\\''")}'`;
}

/** How many numbers have a source and how many are assumed: `212 numbers have a source, 31 are assumptions.` */
export function provenanceSentence(summary: StudySummary): string {
  const assumed = summary.provenance.filter((entry) => entry.sources.length === 0).length;
  const sourced = summary.provenance.length - assumed;
  return `${sourced} ${sourced === 1 ? 'entry has' : 'entries have'} a source, ${assumed} ${assumed === 1 ? 'is an assumption' : 'are assumptions'}.`;
}

/** A source, and how many entries of the study rest on it. */
export interface UsedSource {
  readonly source: Source;
  readonly uses: number;
}

/** The sources that the entries rest on, in the order of the study. */
export function usedSources(summary: StudySummary): readonly UsedSource[] {
  const uses = new Map<string, number>();
  for (const key of summary.provenance.flatMap((entry) => entry.sources))
    uses.set(key, (uses.get(key) ?? 0) + 1);
  return summary.sources.flatMap((source) => {
    const count = uses.get(source.key);
    return count === undefined ? [] : [{ source, uses: count }];
  });
}

/** An assumption, and the entries that rest on it. */
export interface SharedAssumption {
  readonly assumption: string;
  readonly subjects: readonly string[];
}

/** The assumptions in order of appearance, each once, with everything that rests on it. */
export function assumptions(summary: StudySummary): readonly SharedAssumption[] {
  const subjects = new Map<string, string[]>();
  for (const entry of summary.provenance)
    if (entry.sources.length === 0) {
      const known = subjects.get(entry.assumption);
      if (known) known.push(entry.subject);
      else subjects.set(entry.assumption, [entry.subject]);
    }
  return [...subjects].map(([assumption, list]) => ({ assumption, subjects: list }));
}
