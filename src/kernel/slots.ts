// Where the kernel finds its arrays: entries of the table at the start of its memory, each the address of an array.
// Read by the engine and by the kernel's own source, so it holds plain numbers only.

// cargo under way
export const kindRunStart = 0;
export const legSource = 1;
export const legGroup = 2;
export const legSteps = 3;
export const legFraction = 4;
export const legTonnes = 5;
export const arriving = 6;
export const leaving = 7;
export const arrived = 8;
export const postStageStart = 9;
export const postStages = 10;
export const groupDelivered = 11;
export const yearDelivered = 12;

// dispatch
export const dispatched = 13;
export const cellRouteStart = 14;
export const cellSegmentStart = 15;
export const segmentOptionStart = 16;
export const segmentWeight = 17;
export const share = 18;
export const noShipShare = 19;
export const cellTonnes = 20;
export const cellNotShipped = 21;
export const groupRouteStart = 22;
export const groupTonnes = 23;

// announcements
export const runRow = 24;
export const runSteps = 25;
export const runStart = 26;
export const runRoute = 27;
export const runFraction = 28;
export const expected = 29;
export const lastAnnounced = 30;

// choice
export const cellGroupStart = 31;
export const cellChanged = 32;
export const cellValueOfTime = 33;
export const cellRouteScale = 34;
export const cellCorridorScale = 35;
export const cellReservationCost = 36;
export const routeCost = 37;
export const addedCost = 38;
export const waitDays = 39;
export const cost = 40;
export const smoothedCost = 41;
export const available = 42;
export const logPathSize = 43;
export const utility = 44;
export const nestUtility = 45;
export const probability = 46;
export const noShipProbability = 47;

// tables of exp
export const fractionalPowers = 48;
export const powersOfTwo = 49;

// sizes: values, not addresses
export const arrivingMask = 50;
export const expectedMask = 51;
export const legs = 52;
export const stages = 53;
export const posts = 54;
export const cells = 55;
export const groups = 56;
export const segments = 57;
export const options = 58;
export const runs = 59;
export const corridors = 60;

// waits and records
export const capacity = 64;
export const queue = 65;
export const predictedQueue = 66;
export const postReach = 67;
export const postWaiting = 68;
export const offsetSteps = 69;
export const offsetFraction = 70;
/** Places and routes of the stages of each post, as `postStages`. */
export const postPlaces = 71;
export const postRoutes = 72;
export const routeCell = 73;
export const routeDays = 74;
export const groupCorridor = 75;
export const groupWaits = 76;
export const corridorTonnes = 77;
export const corridorCost = 78;
export const corridorTonneDays = 79;
export const sendRunStart = 80;
export const runOrder = 81;
export const runSums = 82;
export const groupDispatched = 83;
export const yearDemand = 84;
export const yearNotShipped = 85;
/** Posts by their number of stages. */
export const postOrder = 86;

export const queueing = 87;
export const busyPosts = 88;
export const postTonnes = 89;

/** Entries of the table. */
export const slotCount = 90;
