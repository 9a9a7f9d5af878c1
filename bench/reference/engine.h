// The state of a run and the parts of a step. Names and shapes are those of docs/dump.md and docs/model.md.
#ifndef ENGINE_H
#define ENGINE_H

#include "model.h"

// Results: tables by month or year, row by row.
#define RESULTS(X) \
  X(corridorTonnes, months, corridors + 1) X(corridorCost, months, corridors) \
  X(corridorTonneDays, months, corridors) X(groupDispatched, years, groups) \
  X(routeDispatched, years, routes) X(groupWaits, years, groups) X(groupEventCost, years, groups) \
  X(groupEventTime, years, groups) X(groupEventRisk, years, groups) \
  X(groupDelivered, years, groups) X(groupQueued, years, groups) \
  X(groupInTransit, years, groups) X(groupTurnedBack, years, groups) \
  X(postTurnedBack, months, posts) X(postTurnedCost, months, posts) X(cellDemand, years, cells) X(cellNotShipped, years, cells) \
  X(arcTonnes, years, arcs) X(postTonnes, months, posts) X(postWaits, months, posts) \
  X(postTonneDays, months, posts) X(postLongestQueue, months, posts)

struct results {
#define MEMBER(name, rows, columns) double *name;
  RESULTS(MEMBER)
#undef MEMBER
  double largestBalanceError;
};

struct state {
  int32_t step;
  // events, with the draws filled in [events], [amounts]
  double *amount, *start, *end, *ramp, *recovery, *known, *strength;
  uint8_t *active, *full, *isKnown;
  int has_time_effects;
  // conditions of the network in the step
  double *capacity;                     // t/d [posts]
  double *capacityOfEvents;             // the same before calendars [foreseen]
  int32_t *blockers;                    // reasons why a route cannot be used [routes]
  double *addedCost, *earlierAddedCost; // USD/t [routes]
  double *days;                         // of each leg [legs]
  double *routeDays;                    // from origin to destination [routes]
  int32_t *legSteps;                    // whole steps of lag and the rest [legs]
  double *legFraction;
  int32_t *offsetSteps;                 // the same from the origin to each place [stages]
  double *offsetFraction;
  // passages by post and whole steps from the origin; those of the same post and steps are a run
  int32_t runs, *runRow, *runSteps, *runStart;
  int32_t *announceRoute, *keyStart;
  double *announceFraction;
  int32_t *reach;                       // latest offset of any stage of a post, steps [posts]
  double *demandFactor;                 // [cells]
  int32_t *openings;                    // events that hold a shut link open [shut links]
  // what shippers know of the coming capacity of foreseen posts
  double *cumulated;                    // over the steps from now, t [foreseen * (foresightSteps + 1)]
  int32_t foresightSteps;
  double *lastOpenStep;                 // INFINITY: there will always be some capacity again [foreseen]
  int pending;                          // some post will shut for good in a coming step
  // choice
  double *segmentWeight;                // [segments]
  double *wait, *cost, *smoothedCost;   // [routes]
  uint8_t *cellChanged, *segmentChanged;
  uint8_t *available, *wasAvailable;    // [options]
  double *overlap, *utility, *probability, *share; // [options]
  double *noShipProbability, *noShipShare;         // [segments]
  double *nestUtility;                  // [groups]
  double *dispatched;                   // t [routes]
  // cargo; rings hold step t in row t & mask
  double *arriving;                     // due at the end of each leg [rows * legs]
  int32_t arrivingMask;
  double *leaving;                      // arrivals of the step, then what leaves [stages]
  double *arrived;                      // [posts]
  double *expected, *lastAnnounced;     // [posts * rows]
  int32_t expectedMask;
  double *queue, *lastWait, *postLeft;  // [posts]
  uint8_t *queueing, *postWaiting;
  int32_t *queueHead;
  double *stageLeft;                    // [stages]
  double *stageCurve, *postCurve;       // cumulated arrivals [rows * stages], [rows * posts]
  int32_t curveMask;
  double *predictedQueue;
  // cargo that turns back; of these only what belongs to onward sets is used
  uint8_t *onwardChosen;                // in this step: 1 chosen, 2 nothing open [onward sets]
  uint8_t *onwardAvailable;             // [routes]
  double *onwardOverlap, *onwardUtility, *onwardProbability, *onwardCost; // [routes]
  double *turned;                       // at the post in hand, t [stages]
  double *turnedOut, *turnedIn;         // since the start, t [groups]
  // accounts
  double *legTonnes;                    // since the start of the year [legs]
  double *deliveredSoFar;               // since the start [groups]
  double *dispatchedInYear, *demandInYear, *notShippedInYear;
  double *notShippedNow;                // in the step [cells]
};

void create_results(const struct model *model, struct results *results);
void create_state(const struct model *model, struct state *state);

// One replication; the results are set to zero first.
void run_replication(const struct model *model, struct state *state, struct results *results);

// The parts of a step, in their order.
void apply_events(const struct model *model, struct state *state);
void predict_waits(const struct model *model, struct state *state);
void choose_routes(const struct model *model, struct state *state);
void update_shares(const struct model *model, struct state *state, double rate);
void dispatch(const struct model *model, struct state *state, struct results *results);
void pass_posts(const struct model *model, struct state *state, struct results *results);
void record_step(const struct model *model, struct state *state, struct results *results);

// 1 - e^(-step/days): the part that is renewed in a step; 1 when days is 0.
double renewal_rate(double days, double step_days);

// Share of the cargo that a ban binds, 0-1.
double ban_share(const struct model *model, const struct state *state, int32_t effect);

// What overlap adds to the utilities of the available routes first ... end - 1 of a group (5), (5b).
void correct_overlaps(const struct model *model, const uint8_t *available, double *overlap,
                      int32_t first, int32_t end, int32_t shift);

// Probabilities of the routes in groups first ... end - 1; gives that of the outside option (7)-(9).
double nested_logit(const struct model *model, const double *utility, double *probability,
                    double *nest, int32_t first, int32_t end, int32_t shift, double scale_ratio,
                    double outside);

// Takes cargo out of the queues of closed posts that has waited too long, and puts it in `dispatched`.
void turn_back(const struct model *model, struct state *state, struct results *results);

// Mean strength (0-1) of an event between two instants, days from the start of the horizon.
double mean_strength(const struct state *state, int32_t event, double from, double to);

// Foreseen posts: what shippers know of their capacity, the waits that follow, the capacity of the step.
void foresee_capacities(const struct model *model, struct state *state);
void block_stages_after_the_last(const struct model *model, struct state *state, int32_t post);
void apply_calendars(const struct model *model, struct state *state);
void add_foreseen_waits(const struct model *model, struct state *state, int32_t post);

// Lets a step's capacity of a queue go and books it.
void pass_in_turn(const struct model *model, struct state *state, int32_t post, double arrived,
                  double capacity, struct results *results);
void make_room_for_curves(const struct model *model, struct state *state);

static inline double greater(double a, double b) { return a > b ? a : b; }
static inline double smaller(double a, double b) { return a < b ? a : b; }

#endif
