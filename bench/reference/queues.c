// A post with a queue, by cumulated curves of arrivals and departures: docs/model.md, section 6.
#include <stdlib.h>
#include <string.h>

#include "engine.h"

// Starts the curves of a post at zero, one step back.
static void begin_queue(const struct model *m, struct state *s, int32_t post) {
  int64_t before = (s->step - 1) & s->curveMask;
  s->queueing[post] = 1;
  s->queueHead[post] = s->step - 1;
  s->postLeft[post] = 0;
  s->lastWait[post] = 0;
  s->postCurve[before * m->posts + post] = 0;
  for (int32_t at = m->postStageStart[post]; at < m->postStageStart[post + 1]; at++) {
    int32_t stage = m->postStages[at];
    s->stageCurve[before * m->stages + stage] = 0;
    s->stageLeft[stage] = 0;
  }
}

static void extend_curves(const struct model *m, struct state *s, int32_t post, double arrived) {
  int64_t before = (s->step - 1) & s->curveMask, now = s->step & s->curveMask;
  const double *restrict earlier = s->stageCurve + before * m->stages;
  double *restrict current = s->stageCurve + now * m->stages;
  s->postCurve[now * m->posts + post] = s->postCurve[before * m->posts + post] + arrived;
  for (int32_t at = m->postStageStart[post]; at < m->postStageStart[post + 1]; at++) {
    int32_t stage = m->postStages[at];
    current[stage] = earlier[stage] + s->leaving[stage];
  }
}

static void double_curves(const struct model *m, struct state *s) {
  int64_t rows = s->curveMask + 1, stages = m->stages, posts = m->posts;
  double *stage_curve = allocate(2 * rows * stages, sizeof(double));
  double *post_curve = allocate(2 * rows * posts, sizeof(double));
  int64_t oldest = s->step - rows > -1 ? s->step - rows : -1;
  for (int64_t step = oldest; step < s->step; step++) {
    int64_t from = step & s->curveMask, to = step & (2 * rows - 1);
    memcpy(stage_curve + to * stages, s->stageCurve + from * stages, sizeof(double) * (size_t)stages);
    memcpy(post_curve + to * posts, s->postCurve + from * posts, sizeof(double) * (size_t)posts);
  }
  free(s->stageCurve);
  free(s->postCurve);
  s->stageCurve = stage_curve;
  s->postCurve = post_curve;
  s->curveMask = (int32_t)(2 * rows - 1);
}

void make_room_for_curves(const struct model *m, struct state *s) {
  for (int32_t post = 0; post < m->posts; post++)
    while (s->queueing[post] && s->step - s->queueHead[post] >= s->curveMask) double_curves(m, s);
}

// Moves the head of the queue to the last step of whose arrivals all have left.
static void move_head(const struct model *m, struct state *s, int32_t post) {
  double left = s->postLeft[post];
  int32_t head = s->queueHead[post];
  while (head + 1 < s->step &&
         s->postCurve[(int64_t)((head + 1) & s->curveMask) * m->posts + post] <= left)
    head++;
  s->queueHead[post] = head;
}

// Part (0-1) of the arrivals of the step after the head that is still in the queue.
static double remaining_part(const struct model *m, const struct state *s, int32_t post) {
  int32_t head = s->queueHead[post];
  double low = s->postCurve[(int64_t)(head & s->curveMask) * m->posts + post];
  double high = s->postCurve[(int64_t)((head + 1) & s->curveMask) * m->posts + post];
  return high > low ? smaller(1, greater(0, (high - s->postLeft[post]) / (high - low))) : 1;
}

// Announces tonnes that leave a stage now to the posts that follow on its route; negative tonnes take back.
static void announce_beyond(const struct model *m, struct state *s, int32_t stage, double tonnes) {
  int32_t here = m->stagePlace[stage], end = m->routeStageStart[m->stageRoute[stage] + 1];
  for (int32_t next = here + 1; next < end; next++) {
    int32_t arrival = s->step + s->offsetSteps[next] - s->offsetSteps[here];
    double fraction = s->offsetFraction[next] - s->offsetFraction[here];
    if (fraction < 0) {
      fraction += 1;
      arrival -= 1;
    }
    double *row = s->expected + (int64_t)m->stagePost[m->routeStages[next]] * (s->expectedMask + 1);
    row[arrival & s->expectedMask] += tonnes * (1 - fraction);
    row[(arrival + 1) & s->expectedMask] += tonnes * fraction;
  }
}

static void take_from_stages(const struct model *m, struct state *s, int32_t post, int cleared,
                             double remaining) {
  int32_t head = cleared ? s->step : s->queueHead[post];
  const double *older = s->stageCurve + (int64_t)(head & s->curveMask) * m->stages;
  const double *newer =
      cleared ? older : s->stageCurve + (int64_t)((head + 1) & s->curveMask) * m->stages;
  for (int32_t at = m->postStageStart[post]; at < m->postStageStart[post + 1]; at++) {
    int32_t stage = m->postStages[at];
    double arrived = s->leaving[stage], low = older[stage], high = newer[stage];
    double left = greater(low, high - remaining * (high - low));
    double tonnes = left - s->stageLeft[stage];
    s->stageLeft[stage] = left;
    s->leaving[stage] = tonnes;
    if (tonnes != arrived) announce_beyond(m, s, stage, tonnes - arrived);
  }
}

// Queue integrated over the step for rates constant within it (12).
static double tonne_days(double before, double arrived, double capacity, double after,
                         double step_days) {
  if (before + arrived >= capacity) return 0.5 * (before + after) * step_days;
  return (0.5 * before * before * step_days) / (capacity - arrived);
}

void pass_in_turn(const struct model *m, struct state *s, int32_t post, double arrived,
                  double capacity, struct results *results) {
  if (!s->queueing[post]) begin_queue(m, s, post);
  extend_curves(m, s, post, arrived);
  double before = s->queue[post], all = before + arrived;
  double leaving = smaller(all, capacity);
  int cleared = leaving == all;
  double queue = s->queue[post] = cleared ? 0 : all - leaving;
  s->postLeft[post] += leaving;
  if (cleared)
    s->queueing[post] = 0;
  else
    move_head(m, s, post);
  double remaining = cleared ? 0 : remaining_part(m, s, post);
  take_from_stages(m, s, post, cleared, remaining);
  double wait_before = s->lastWait[post];
  double wait = cleared ? 0 : (s->step - s->queueHead[post] - 1 + remaining) * m->stepDays;
  s->lastWait[post] = wait;
  int32_t index = m->stepMonth[s->step] * m->posts + post;
  results->postTonnes[index] += leaving;
  results->postWaits[index] += 0.5 * leaving * (wait_before + wait);
  results->postTonneDays[index] += tonne_days(before, arrived, capacity, queue, m->stepDays);
  if (queue > results->postLongestQueue[index]) results->postLongestQueue[index] = queue;
}
