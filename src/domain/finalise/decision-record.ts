import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { DecisionRecordForm } from '#domain/policies/profile-forms.ts';

/** FORM5: the lines of domain-spec A5, where the policy has no words of its own for them. */
export const plainDecisionRecord: DecisionRecordForm = {
  title: 'Decision record',
  lines: [
    { key: 'organisation', label: 'Name of organisation/agency' },
    { key: 'kind', label: 'Kind of record' },
    { key: 'name', label: 'Name of child or young person' },
    { key: 'dateOfBirth', label: 'Date of birth' },
    { key: 'supervisionDate', label: 'Supervision date' },
    { key: 'supervisee', label: 'Supervisee' },
    { key: 'supervisor', label: 'Supervisor/manager' },
    { key: 'history', label: 'Brief synopsis of safeguarding history, if appropriate' },
    { key: 'concerns', label: 'Concerns' },
    { key: 'actions', label: 'Actions agreed with timescales' },
    { key: 'signature', label: 'Signature of manager/supervisor and date' },
  ],
};

/** The policy's words go with the record: they are those of the day it was finalised. */
export function decisionFormPart({ forms }: PolicyProfile): {
  readonly decisionForm?: DecisionRecordForm;
} {
  return forms?.decisionRecord ? { decisionForm: forms.decisionRecord } : {};
}
