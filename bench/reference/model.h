// The compiled model with the draws of one replication, as docs/dump.md describes it, under the same names.
#ifndef MODEL_H
#define MODEL_H

#include <stdint.h>

#define COUNTS(X) \
  X(cells) X(routes) X(groups) X(stages) X(posts) X(arcs) X(corridors) X(segments) X(options) \
  X(steps) X(months) X(years)

// Name in the dump, name here.
#define INT_ARRAYS(X) \
  X("routes.cellRouteStart", cellRouteStart) X("routes.cellGroupStart", cellGroupStart)\
  X("routes.onwardRouteStart", onwardRouteStart) X("routes.onwardGroupStart", onwardGroupStart) \
  X("routes.stageOnwardSet", stageOnwardSet) \
  X("routes.groupRouteStart", groupRouteStart) X("routes.groupCorridor", groupCorridor) \
  X("routes.groupCell", groupCell) X("routes.routeGroup", routeGroup) \
  X("routes.routeCell", routeCell) X("routes.routeArcStart", routeArcStart) \
  X("routes.routeArcs", routeArcs) X("routes.routeStageStart", routeStageStart) \
  X("routes.routeStages", routeStages) X("routes.stagePlace", stagePlace) \
  X("routes.postStageStart", postStageStart) X("routes.postStages", postStages) \
  X("routes.stagePost", stagePost) X("routes.stageRoute", stageRoute) \
  X("routes.legKindStart", legKindStart) X("routes.legSource", legSource) \
  X("routes.routeLastLeg", routeLastLeg) X("routes.legRoute", legRoute) \
  X("routes.legArcStart", legArcStart) X("routes.legArcs", legArcs) \
  X("choice.cellSegmentStart", cellSegmentStart) X("choice.segmentCell", segmentCell) \
  X("choice.segmentOptionStart", segmentOptionStart) X("choice.cellBanStart", cellBanStart) \
  X("choice.cellBans", cellBans) X("amounts.input", input) X("events.from", from) \
  X("events.duration", duration) X("events.ramp", ramp) X("events.recovery", recovery) \
  X("events.meanBetween", meanBetween) X("events.between", between) X("events.window", window) \
  X("events.follows", follows) X("events.noticeDays", noticeDays) X("events.occurrenceInput", occurrenceInput) \
  X("events.effectStart", effectStart) X("events.effectKind", effectKind) \
  X("events.effectAmount", effectAmount) X("events.effectRouteStart", effectRouteStart) \
  X("events.effectRoutes", effectRoutes) X("events.effectLegs", effectLegs) \
  X("events.effectPostStart", effectPostStart) X("events.effectPosts", effectPosts) \
  X("events.effectCellStart", effectCellStart) X("events.effectCells", effectCells) \
  X("events.effectShutLinkStart", effectShutLinkStart) \
  X("events.effectShutLinks", effectShutLinks) X("events.shutLinkRouteStart", shutLinkRouteStart) \
  X("events.shutLinkRoutes", shutLinkRoutes) X("calendars.postCalendar", postCalendar) \
  X("calendars.cellCalendar", cellCalendar) X("foresight.posts", foreseenPosts) \
  X("foresight.foreseenOf", foreseenOf) X("foresight.effectStart", foreseenEffectStart) \
  X("foresight.effects", foreseenEffects) X("foresight.effectEvents", foreseenEffectEvents) \
  X("foresight.effectIsClosure", foreseenEffectIsClosure) X("demand.volume", volume) \
  X("time.stepMonth", stepMonth) X("time.stepYear", stepYear)

#define REAL_ARRAYS(X) \
  X("routes.routeArcWeight", routeArcWeight) X("routes.routeCost", routeCost) \
  X("routes.legDays", legDays) X("choice.cellValueOfTime", cellValueOfTime) \
  X("choice.cellValue", cellValue) X("choice.cellRouteScale", cellRouteScale) \
  X("choice.cellCorridorScale", cellCorridorScale) \
  X("choice.cellReservationCost", cellReservationCost) X("amounts.constant", constant) \
  X("events.probability", probability) X("demand.yearFactor", yearFactor) \
  X("calendars.factor", calendarFactor) X("time.yearDays", yearDays) \
  X("postCapacity", postCapacity)

enum effect_kind { CLOSE, OPEN, CAPACITY, COST, TIME, RISK, BAN, DEMAND, EFFECT_KINDS };

struct model {
#define MEMBER(name) int32_t name;
  COUNTS(MEMBER)
#undef MEMBER
  int32_t legs, amounts, events, effects, shutLinks, foreseen, onwardSets;
#define MEMBER(path, name) int32_t *name;
  INT_ARRAYS(MEMBER)
#undef MEMBER
#define MEMBER(path, name) double *name;
  REAL_ARRAYS(MEMBER)
#undef MEMBER
  int commonality;  // C-logit instead of path-size logit
  double inertiaDays, costSmoothingDays, patienceDays, turningCost, stepDays, startDay;
  double *draws;
};

// Reads model.json. The program ends when the model needs what this program does not compute.
void read_model(const char *path, struct model *model);

// Memory for `count` items, all zero.
void *allocate(int64_t count, int64_t size);

#endif
