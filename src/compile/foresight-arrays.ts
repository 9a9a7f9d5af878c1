// Lists the posts whose coming capacity shippers know: those with a calendar, and those that announced events hit.

import { itemsByGroup, startsOf } from './columns.ts';
import {
  type CalendarArrays,
  type EventArrays,
  effectKinds,
  type ForesightArrays,
} from './compiled-model.ts';

/** Lays out the foreseen posts with every effect on their capacity, announced or not. */
export function layOutForesight(events: EventArrays, calendars: CalendarArrays): ForesightArrays {
  const { effectKind, effectPostStart, effectPosts, effectStart, noticeDays } = events;
  const effectEvent = [...effectStart.subarray(0, -1).keys()].flatMap((event) =>
    Array<number>(effectStart[event + 1] - effectStart[event]).fill(event),
  );
  const postCount = calendars.postCalendar.length;
  const hits: { post: number; effect: number }[] = [];
  for (let effect = 0; effect < effectKind.length; effect++) {
    for (let at = effectPostStart[effect]; at < effectPostStart[effect + 1]; at++)
      hits.push({ post: effectPosts[at], effect });
  }
  const byPost = itemsByGroup(
    hits.map(({ post }) => post),
    postCount,
  ).map((list) => list.map((hit) => hits[hit].effect));
  const posts = [...byPost.keys()].filter(
    (post) =>
      calendars.postCalendar[post] >= 0 ||
      byPost[post].some((effect) => noticeDays[effectEvent[effect]] >= 0),
  );
  const foreseenOf = new Int32Array(postCount).fill(-1);
  posts.forEach((post, index) => {
    foreseenOf[post] = index;
  });
  const effects = posts.flatMap((post) => byPost[post]);
  return {
    posts: Int32Array.from(posts),
    foreseenOf,
    effectStart: startsOf(posts.map((post) => byPost[post].length)),
    effects: Int32Array.from(effects),
    effectEvents: Int32Array.from(effects, (effect) => effectEvent[effect]),
    effectIsClosure: Int32Array.from(effects, (effect) =>
      effectKind[effect] === effectKinds.close ? 1 : 0,
    ),
  };
}
