// Finds the nodes, links and corridors that a selector names.

import type { Target } from '../model/event.ts';
import { type Mode, modes, type Network } from '../model/network.ts';
import { checkNames, type NameList, postNames } from './name-lists.ts';
import type { Names } from './names.ts';
import { nearestHint } from './nearest.ts';
import { type Problem, problemAt } from './problem.ts';
import type { ProblemCode } from './problem-codes.ts';
import { combinators, type SelectorFields } from './schema-selector.ts';
import { keyPlaceAt, placeAt, type Tree, type TreePath } from './tree.ts';

/** What selectors are read in; without a network nothing is known of what they match. */
export interface SelectContext {
  readonly names: Names;
  readonly network: Network | undefined;
  readonly problems: Problem[];
}

/** Parts of a network: a set of nodes, links and corridors. */
type Parts = { readonly [Part in keyof Target]: ReadonlySet<string> };

const partKinds = ['nodes', 'links', 'corridors'] as const;

export const noTarget: Target = { nodes: [], links: [], corridors: [] };

/**
 * What a selector names, in the order of the network. A name of nothing is a problem, and so is a part of the selector
 * that names nothing; then, and without a network, the target is undefined.
 * @param tree the event, or whatever the selector stands in
 * @param path where it stands
 */
export function targetOf(
  selector: SelectorFields,
  tree: Tree,
  path: TreePath,
  context: SelectContext,
): Target | undefined {
  const parts = new Selection(tree, context).of(selector, path);
  return parts && inOrder(parts, context.network!);
}

/** A selector under evaluation. Undefined stands for what cannot be known because of problems. */
class Selection {
  private readonly tree: Tree;
  private readonly context: SelectContext;

  constructor(tree: Tree, context: SelectContext) {
    this.tree = tree;
    this.context = context;
  }

  of(selector: SelectorFields, path: TreePath): Parts | undefined {
    const joined = combinators.filter((key) => selector[key] !== undefined);
    const [combinator] = joined;
    if (combinator === undefined) return this.named(selector, path);
    const others = Object.keys(selector).filter(
      (key) => key !== combinator && selector[key as keyof SelectorFields] !== undefined,
    );
    if (others.length > 0) {
      const hint = 'join them: `all: [{ countries: [IRN] }, { not: { modes: [sea] } }]`';
      this.report([...path, combinator], 'mixed-selector', `"${combinator}" stands alone`, hint);
      return undefined;
    }
    if (combinator === 'not') return this.not(selector.not!, [...path, 'not']);
    const inner = selector[combinator]!.map((one, index) =>
      this.of(one, [...path, combinator, index]),
    );
    if (!inner.every((parts) => parts !== undefined)) return undefined;
    return combinator === 'any' ? union(inner) : this.all(inner, [...path, 'all']);
  }

  private all(inner: readonly Parts[], path: TreePath): Parts | undefined {
    const common = intersection(inner);
    if (!isEmpty(common)) return common;
    const hint = inner.some(({ corridors }) => corridors.size > 0)
      ? 'a corridor is no node or link, and has nothing in common with them'
      : '';
    this.report(path, 'matches-nothing', 'there is nothing that all of these name', hint);
    return undefined;
  }

  private not(selector: SelectorFields, path: TreePath): Parts | undefined {
    const inner = this.of(selector, path);
    if (!inner) return undefined;
    const rest = difference(wholeOf(this.context.network!), inner);
    if (!isEmpty(rest)) return rest;
    this.report(path, 'matches-nothing', 'this leaves nothing of the network');
    return undefined;
  }

  private named(selector: SelectorFields, path: TreePath): Parts | undefined {
    const { names, network, problems } = this.context;
    const lists: NameList[] = [
      { ids: selector.nodes, path: [...path, 'nodes'], what: 'node', table: names.nodes },
      { ids: selector.links, path: [...path, 'links'], what: 'link', table: names.links },
      {
        ids: selector.corridors,
        path: [...path, 'corridors'],
        what: 'corridor',
        table: names.corridors,
      },
      {
        ids: selector.countries,
        path: [...path, 'countries'],
        what: 'country',
        table: names.countries,
      },
      {
        ids: selector.crossings,
        path: [...path, 'crossings'],
        what: 'crossing',
        table: network && postNames(network),
      },
      {
        ids: selector.tags,
        path: [...path, 'tags'],
        what: 'tag',
        table: names.tags && new Map([...names.tags.keys()].map((tag) => [tag, tag])),
      },
    ];
    const known = checkNames(lists, this.tree, problems);
    const filled = this.checkFilled(selector, path);
    if (!network || !known || !filled) return undefined;
    return this.checkModes(selector.modes, network, path)
      ? partsNamed(selector, names, network)
      : undefined;
  }

  /** False when the selector, or a list in it, is empty, which is a problem. */
  private checkFilled(selector: SelectorFields, path: TreePath): boolean {
    const lists = Object.entries(selector).filter(([, list]) => list !== undefined);
    const empty = lists.flatMap(([key, list]) => (list.length === 0 ? [key] : []));
    for (const key of empty) {
      this.report([...path, key], 'matches-nothing', `"${key}" names nothing`);
    }
    if (lists.length > 0) return empty.length === 0;
    const message = 'this names nothing that an event could hit';
    const { problems } = this.context;
    problems.push(problemAt(placeAt(this.tree, path), 'matches-nothing', message));
    return false;
  }

  /** False when a mode moves nothing in this network, which is a problem. */
  private checkModes(
    listed: readonly Mode[] | undefined,
    network: Network,
    path: TreePath,
  ): boolean {
    const used = modes.filter((mode) => network.links.some((link) => link.mode === mode));
    const unused = (listed ?? []).flatMap((mode, index) => (used.includes(mode) ? [] : [index]));
    for (const index of unused) {
      const place = placeAt(this.tree, [...path, 'modes', index]);
      const message = `no link is of the mode "${listed![index]}"`;
      const hint = nearestHint(listed![index], used) || `modes here: ${used.join(', ')}`;
      this.context.problems.push(problemAt(place, 'matches-nothing', message, hint));
    }
    return unused.length === 0;
  }

  private report(path: TreePath, code: ProblemCode, message: string, hint = ''): void {
    this.context.problems.push(problemAt(keyPlaceAt(this.tree, path), code, message, hint));
  }
}

/** Everything that one of the lists of a selector names. */
function partsNamed(selector: SelectorFields, names: Names, network: Network): Parts {
  const { countries, crossings, modes: ofModes, tags } = selector;
  const inside = new Set(
    network.nodes.flatMap(({ id, country }) => (countries?.includes(country) ? [id] : [])),
  );
  const tagged = union((tags ?? []).map((tag) => setsOf(names.tags!.get(tag)!)));
  const named = (list: readonly string[] | undefined, part: keyof Target, id: string) =>
    list?.includes(id) || tagged[part].has(id);
  const nodes = network.nodes.filter(
    ({ id }) => inside.has(id) || crossings?.includes(id) || named(selector.nodes, 'nodes', id),
  );
  const links = network.links.filter(
    ({ id, from, to, mode }) =>
      inside.has(from) ||
      inside.has(to) ||
      ofModes?.includes(mode) ||
      crossings?.includes(id) ||
      named(selector.links, 'links', id),
  );
  const corridors = network.corridors.filter(({ id }) =>
    named(selector.corridors, 'corridors', id),
  );
  return { nodes: idsOf(nodes), links: idsOf(links), corridors: idsOf(corridors) };
}

function wholeOf({ nodes, links, corridors }: Network): Parts {
  return { nodes: idsOf(nodes), links: idsOf(links), corridors: idsOf(corridors) };
}

function union(all: readonly Parts[]): Parts {
  return eachKind((kind) => new Set(all.flatMap((parts) => [...parts[kind]])));
}

function intersection([first, ...others]: readonly Parts[]): Parts {
  return eachKind(
    (kind) =>
      new Set([...first[kind]].filter((id) => others.every((parts) => parts[kind].has(id)))),
  );
}

function difference(whole: Parts, without: Parts): Parts {
  return eachKind((kind) => new Set([...whole[kind]].filter((id) => !without[kind].has(id))));
}

function eachKind(make: (kind: keyof Target) => ReadonlySet<string>): Parts {
  return { nodes: make('nodes'), links: make('links'), corridors: make('corridors') };
}

function setsOf(target: Target): Parts {
  return eachKind((kind) => new Set(target[kind]));
}

function isEmpty(parts: Parts): boolean {
  return partKinds.every((kind) => parts[kind].size === 0);
}

function inOrder(parts: Parts, network: Network): Target {
  const inPart = (kind: keyof Target) =>
    network[kind].map(({ id }) => id).filter((id) => parts[kind].has(id));
  return { nodes: inPart('nodes'), links: inPart('links'), corridors: inPart('corridors') };
}

function idsOf(items: readonly { readonly id: string }[]): Set<string> {
  return new Set(items.map(({ id }) => id));
}
