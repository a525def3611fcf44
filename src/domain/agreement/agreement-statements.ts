/**
 * What each side takes on, as short statements to tick: the bullets of Bracknell Forest's sample contract
 * and of its list of roles (AGREE13). They are offered under every policy, and the screen says whose they
 * are. A key is stored in records and never changes its meaning.
 */
export interface Statement {
  readonly key: string;
  readonly text: string;
  readonly clause: string;
}

export const supervisorStatements = [
  {
    key: 'meetAsAgreed',
    text: 'I meet with you as often as is agreed here, in a confidential space free from distraction',
    clause: '003:203',
  },
  {
    key: 'openDiscussion',
    text: 'I make room for open, transparent and challenging discussion',
    clause: '003:204',
  },
  {
    key: 'reviewPlans',
    text: 'I review the support plans of children and families with probing questions, and progress to the goals',
    clause: '003:205',
  },
  {
    key: 'statusInMind',
    text: 'We take into account the child protection, child in need or early help support required',
    clause: '003:206',
  },
  {
    key: 'teamAndTraining',
    text: 'I offer space for team work and dynamics, training and professional development',
    clause: '003:207',
  },
  {
    key: 'shareAccountability',
    text: 'I share the accountability for making the supervisory relationship work',
    clause: '003:88',
  },
  {
    key: 'confidentiality',
    text: 'I keep what is said confidential, subject to the safety of service users and staff',
    clause: '003:89',
  },
  {
    key: 'supportiveSpace',
    text: 'I create an effective, sensitive and supportive space',
    clause: '003:90',
  },
  { key: 'timeAndPlace', text: 'I provide a suitable time and location', clause: '003:91' },
  { key: 'agreeTimescales', text: 'I agree when supervision takes place', clause: '003:92' },
  { key: 'noInterruptions', text: 'I see that there are no interruptions', clause: '003:93' },
  {
    key: 'clearRecords',
    text: 'I keep accurate, clear records with the actions plain to see',
    clause: '003:94',
  },
  {
    key: 'reviewContract',
    text: 'I see that this agreement is made and reviewed',
    clause: '003:95',
  },
  {
    key: 'professionalStandards',
    text: 'I see that the organisation’s professional standards are met',
    clause: '003:96',
  },
  {
    key: 'managedHandover',
    text: 'I hand over my supervisory responsibilities in a managed way',
    clause: '003:97',
  },
  {
    key: 'respectDiversity',
    text: 'I respect diversity, and give you opportunities to raise issues about your experience of it',
    clause: '003:98',
  },
  {
    key: 'caseloadOversight',
    text: 'I have oversight of the caseload, including safeguarding',
    clause: '003:99',
  },
] as const satisfies readonly Statement[];

export const superviseeStatements = [
  {
    key: 'honestAccounts',
    text: 'I give open and honest accounts of my casework',
    clause: '003:213',
  },
  {
    key: 'protectAtOnce',
    text: 'I put first, and do at once, what protects a child believed to be at significant risk of harm',
    clause: '003:214',
  },
  {
    key: 'actionsInTime',
    text: 'I carry out agreed actions promptly, within the time agreed',
    clause: '003:215',
  },
  {
    key: 'recordInCaseNotes',
    text: 'I see that all relevant information is recorded in the case notes',
    clause: '003:216',
  },
  {
    key: 'shareResponsibility',
    text: 'I share the responsibility for making the supervisory relationship work',
    clause: '003:103',
  },
  {
    key: 'attendAndTakePart',
    text: 'I attend regularly and on time, and take an active part',
    clause: '003:104',
  },
  {
    key: 'acceptMandate',
    text: 'I accept the mandate to be supervised, and am accountable for my actions',
    clause: '003:105',
  },
  { key: 'prepare', text: 'I prepare for each session', clause: '003:106' },
  {
    key: 'recordIsReflective',
    text: 'I see that the record reflects the discussions we had',
    clause: '003:107',
  },
  { key: 'doWhatWasAgreed', text: 'I do what was agreed in supervision', clause: '003:108' },
  {
    key: 'meetStandards',
    text: 'I meet the organisation’s professional standards',
    clause: '003:109',
  },
] as const satisfies readonly Statement[];

/** A statement of a newer version is shown by its key: it was ticked, and is not lost. */
export const statementText = (statements: readonly Statement[], key: string): string =>
  statements.find((each) => each.key === key)?.text ?? key;
