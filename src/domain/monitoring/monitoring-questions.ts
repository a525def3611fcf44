import { balancesThreePs } from '#domain/notes/note-fields.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { QualityAnswer, QuestionKey } from '#domain/records/monitoring.ts';

export interface QualityQuestion {
  readonly key: QuestionKey;
  readonly ask: string;
  /** Where the policy speaks of performance, development and personal support (003:64-78). */
  readonly askThreePs?: string;
  /** As it is said within a sentence: "Answer the question about …". */
  readonly about: string;
  readonly hint?: string;
  /** Where it comes from: a line of a policy text, or another council's audit form. */
  readonly origin: string;
  readonly optional?: true;
}

/** Part 2 of the monitoring form (domain-spec A8). The form, its text and what is missing are made from it. */
export const qualityQuestions: readonly QualityQuestion[] = [
  {
    key: 'jointAgenda',
    ask: 'Was the agenda made together?',
    about: 'the agenda',
    hint: 'Both brought what mattered to them, and agreed an order.',
    origin: '000:167,210',
  },
  {
    key: 'aspectsCovered',
    ask: 'Were the four aspects covered?',
    askThreePs: 'Were performance, development and personal support covered?',
    about: 'what was covered',
    hint: 'The balance may vary from time to time.',
    origin: '000:182; 003:80',
  },
  {
    key: 'childVoice',
    ask: 'Are each child’s lived experience and voice there?',
    about: 'the child’s experience and voice',
    origin: '000:157,159',
  },
  {
    key: 'hypotheses',
    ask: 'Were different hypotheses thought about?',
    about: 'hypotheses',
    origin: '000:44',
  },
  {
    key: 'impact',
    ask: 'Is it clear what difference the work makes?',
    about: 'the difference the work makes',
    hint: 'Where there is none: why, and what could be done differently.',
    origin: '000:63,79',
  },
  {
    key: 'driftChallenged',
    ask: 'Was drift or delay challenged?',
    about: 'drift and delay',
    origin: '000:46; 003:42',
  },
  {
    key: 'decisions',
    ask: 'Are decisions recorded with their reasons?',
    about: 'decisions',
    origin: '000:73; 003:147',
  },
  {
    key: 'timescales',
    ask: 'Are timescales clear and realistic?',
    about: 'timescales',
    origin: '000:77',
  },
  {
    key: 'supportAndChallenge',
    ask: 'Is there high support and high challenge?',
    about: 'support and challenge',
    origin: '000:45,73',
  },
  {
    key: 'learning',
    ask: 'Were learning and research used?',
    about: 'learning and research',
    origin: '000:85,93',
  },
  {
    key: 'wellbeing',
    ask: 'Was the practitioner’s wellbeing talked about?',
    about: 'wellbeing',
    hint: 'Whether it was, and not what was said.',
    origin: '000:50; 003:78',
  },
  {
    key: 'diversity',
    ask: 'Was there room for identity and difference?',
    about: 'identity and difference',
    origin: '003:98',
  },
  {
    key: 'plansReviewed',
    ask: 'Were plans, and progress with them, reviewed?',
    about: 'plans',
    origin: '000:77; 003:205',
  },
  {
    key: 'signedByBoth',
    ask: 'Are the records signed off by both?',
    about: 'signing off',
    origin: '003:146',
  },
  {
    key: 'appraisal',
    ask: 'Was progress against appraisal goals looked at?',
    about: 'appraisal goals',
    origin: '000:221',
  },
  {
    key: 'evidenceSeen',
    ask: 'Was evidence of registration, DBS check and driving licence seen?',
    about: 'registration, DBS check and driving licence',
    hint: 'If your council asks for it.',
    origin: 'Audit forms of Cumbria and Shropshire',
    optional: true,
  },
];

export const questionWords = (question: QualityQuestion, profile: PolicyProfile): string =>
  balancesThreePs(profile) ? (question.askThreePs ?? question.ask) : question.ask;

export const answerWords: Readonly<Record<QualityAnswer, string>> = {
  yes: 'Yes',
  partly: 'Partly',
  no: 'No',
  notApplicable: 'Not applicable',
};
