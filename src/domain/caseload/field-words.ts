/** What a field of the list is called in a sentence: "Check: date of birth not readable". */
const fieldWords: Readonly<Record<string, string>> = {
  name: 'name',
  reference: 'reference',
  dateOfBirth: 'date of birth',
  expectedOn: 'expected date of birth',
  status: 'status',
  worker: 'worker',
  allocatedAt: 'allocation date',
  familyRef: 'family',
  higherRiskEarlyHelp: 'early help at higher risk',
  overrideInterval: 'shorter interval',
  overrideReason: 'reason for the shorter interval',
  overrideReviewOn: 'day to look at the shorter interval again',
  teamsInvolved: 'teams involved',
  secondTeamOn: 'second team joined',
  legalStatus: 'legal status',
  diedOn: 'date of death',
  restricted: 'restricted',
  lastSeenOn: 'last seen',
  lastSeenAloneOn: 'seen alone',
  inTouchOn: 'in touch',
  lastReviewOn: 'last review',
  nextReviewOn: 'next review',
  planOn: 'plan',
  assessmentOn: 'assessment',
  permanenceDecisionOn: 'permanence decision',
  permanencePlanRecorded: 'permanence plan recorded',
  riskRaisedOn: 'risk raised',
  lastSupervisedOn: 'last supervised',
  lastInDepthOn: 'last in depth',
};

export const fieldLabel = (field: string): string => fieldWords[field] ?? field;

/** At the beginning of a line. */
export function fieldHeading(field: string): string {
  const label = fieldLabel(field);
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** A field that came in faulty, and what was found there. */
export const checkWords = (check: {
  readonly field: string;
  readonly problem: string;
  readonly found: string;
}): string =>
  `Check: ${fieldLabel(check.field)} ${check.problem}${check.found ? ` (“${check.found}”)` : ''}`;
