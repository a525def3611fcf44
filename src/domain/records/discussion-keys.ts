/**
 * What a case discussion keeps, by key: all that the stored shape of one needs. The words of each are in
 * the field table (discussion-fields.ts), which the first page of the app can do without.
 */
export const discussionTextKeys = [
  'briefNote',
  'statusChange',
  'statusChangeOn',
  'summary',
  'myActionsTaken',
  'childExperience',
  'childVoice',
  'worries',
  'protective',
  'analysis',
  'factVsOpinion',
  'evidenceResearch',
  'impactForChild',
  'driftDelayWhy',
  'thresholdWhy',
  'waitingFor',
  'dynamicsWhy',
  'parentalChange',
  'familyNetworkSafetyPlan',
  'diversityIdentity',
  'reactionAndJudgement',
  'goodLooksLike',
  'whatMatters',
  'wantToAchieve',
  'agencyNeeds',
  'planForChange',
  'howWeWillKnow',
  'safeguardingHistory',
  'partAComment',
  'deliveryPlans',
] as const;
export type DiscussionTextKey = (typeof discussionTextKeys)[number];

const yesNoNa = ['yes', 'no', 'na'] as const;
const presence = ['present', 'past', 'no', 'unknown'] as const;

/** One answer out of several, by its code. */
export const choiceCodes = {
  seen: yesNoNa,
  reviewInTime: yesNoNa,
  planInPlace: yesNoNa,
  assessmentCurrent: yesNoNa,
  riskLevel: ['higher', 'same', 'lower'],
  difference: ['made', 'none', 'unclear'],
  scaling: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
  driftDelay: ['none', 'some', 'significant'],
  threshold: ['stepUp', 'hold', 'stepDown', 'close'],
  domesticAbuse: presence,
  substanceMisuse: presence,
  mentalHealth: presence,
  stageOfChange: [
    'preContemplation',
    'contemplation',
    'preparation',
    'action',
    'maintenance',
    'relapse',
  ],
} as const;
export type ChoiceKey = keyof typeof choiceCodes;

export const choiceKeys = Object.keys(choiceCodes) as readonly ChoiceKey[]; // the keys written above

export const checkKeys = ['seen', 'reviewInTime', 'planInPlace', 'assessmentCurrent'] as const;
export type CheckKey = (typeof checkKeys)[number];

export const dynamicCodes = [
  'disguisedCompliance',
  'resistance',
  'ambivalence',
  'selectiveCooperation',
  'dangerous',
] as const;

/** Models that help to think. Their steps are in reflection-models.ts. */
export const reflectionCodes = [
  'kolb',
  'gibbs',
  'wonnacott',
  'fourByFour',
  'signsOfSafety',
  'luuutt',
  'safeUncertainty',
  'anchorPrinciples',
  'outcomes',
] as const;
export type ReflectionCode = (typeof reflectionCodes)[number];

export const hypothesisStates = ['open', 'accepted', 'discounted'] as const;

/** Why more time may be needed (002:23). Working data: on no record, and no measure of risk. */
export const extraTimeCodes = [
  'interpreter',
  'severalAgencies',
  'domesticAbuse',
  'substanceMisuse',
  'poverty',
  'nothing',
] as const;
export type ExtraTimeCode = (typeof extraTimeCodes)[number];
