import { generalCohorts, ownSource } from './policy-profile.ts';
import type { PolicyProfile } from './profile-schema.ts';

const aim = { strength: 'aim', src: ownSource } as const;
const may = { strength: 'may', src: ownSource } as const;

/** PROF16: where a council has no profile yet. No policy's text: every number in it is there to be changed. */
export const generalProfile: PolicyProfile = {
  id: 'general',
  seed: 'general',
  label: 'General profile, from no council’s policy',
  binding: 'ifAdopted',
  version: '1',
  source: { name: 'General profile', label: 'General profile, from no policy text', year: null },
  headings: {
    caseDiscussion: 'Case discussion',
    managementDecision: 'Management decision',
    staffNotes: 'Supervision notes',
  },
  terms: {
    agreement: 'Supervision agreement',
    supervisor: 'Supervisor',
    supervisee: 'Practitioner',
    informal: 'Informal supervision',
    childRecord: 'child’s record',
    staffRecord: 'supervision file',
    notes: 'Supervision notes',
    caseDiscussion: 'Case discussion',
    lookedAfter: 'Looked after',
    careLeaver: 'Care leaver',
  },
  worker: { default: { ...aim, interval: 'P1M', basis: 'rolling' } },
  child: {
    mode: 'byCohort',
    strictestCohortWins: true,
    cohorts: generalCohorts.map(({ code, label }) => ({ ...aim, code, label, interval: 'P1M' })),
    managerOverride: { ...may, direction: 'shorterOnly', reasonRequired: true },
  },
  everyOpenCaseEachSession: false,
  group: { ...may, resetsChildClock: 'never', resetsWorkerClock: false },
  recording: {
    childRecord: { ...aim, workingDays: 5, from: 'sessionDate' },
    staffNotes: { ...aim, workingDays: 5, from: 'sessionDate' },
  },
  informal: {
    ...aim,
    heading: 'Management decision',
    rationaleRequired: true,
    revisitAtNextFormal: 'recommended',
    workingDays: 5,
  },
  session: { ...may, minutes: null, agendaAtStart: true, depths: ['brief', 'inDepth'] },
  agreement: { ...aim, required: true, reviewInterval: 'P12M' },
  cancellation: { ...may, reasonRequired: true },
  signOff: { required: false },
};
