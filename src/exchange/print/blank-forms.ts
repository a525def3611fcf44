import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { blankAgreement } from './blank-agreement.ts';
import { blankDiscussion } from './blank-discussion.ts';
import { emptyFields } from './blank-lines.ts';
import { blankMonitoring } from './blank-monitoring.ts';
import { blankNotes } from './blank-notes.ts';
import { blankObservation } from './blank-observation.ts';
import { blankDecisionRecord, blankSupervisionRecord } from './blank-policy-forms.ts';
import type { PrintDocument, PrintSection } from './document.ts';

interface BlankForm {
  readonly id: string;
  /** In the council's own words, where its policy has some. */
  readonly title: (profile: PolicyProfile) => string;
  /** What it becomes once it is typed up. */
  readonly goesTo: 'child' | 'staff';
  /** Whose signature it asks for. */
  readonly signedBy: 'both' | 'supervisor' | 'nobody';
  /** Undefined where the policy has no such form. */
  readonly sections: (profile: PolicyProfile) => readonly PrintSection[] | undefined;
}

/** The forms of Appendices 1 to 5 and the policy's own, each made from the table that its screen is made from. */
const blankForms: readonly BlankForm[] = [
  {
    id: 'agreement',
    title: ({ terms }) => terms.agreement,
    goesTo: 'staff',
    signedBy: 'both',
    sections: blankAgreement,
  },
  {
    id: 'notes',
    title: ({ headings }) => headings.staffNotes,
    goesTo: 'staff',
    signedBy: 'both',
    sections: blankNotes,
  },
  {
    id: 'supervision-record',
    title: ({ forms, headings }) =>
      `${forms?.supervisionRecord?.title ?? headings.staffNotes}, with Parts A and B`,
    goesTo: 'staff',
    signedBy: 'nobody', // its own lines ask for the signatures
    sections: blankSupervisionRecord,
  },
  {
    id: 'discussion-brief',
    title: ({ headings }) => `${headings.caseDiscussion}: brief check-in`,
    goesTo: 'child',
    signedBy: 'supervisor',
    sections: (profile) => blankDiscussion(profile, 'brief'),
  },
  {
    id: 'discussion-in-depth',
    title: ({ headings }) => `${headings.caseDiscussion}: in depth`,
    goesTo: 'child',
    signedBy: 'supervisor',
    sections: (profile) => blankDiscussion(profile, 'inDepth'),
  },
  {
    id: 'decision-record',
    title: ({ forms }) => forms?.decisionRecord?.title ?? 'Decision record',
    goesTo: 'child',
    signedBy: 'nobody', // as above
    sections: blankDecisionRecord,
  },
  {
    id: 'live-supervision',
    title: () => 'Live supervision',
    goesTo: 'staff',
    signedBy: 'both',
    sections: (profile) => blankObservation(profile, 'liveSupervision'),
  },
  {
    id: 'observation-of-supervision',
    title: () => 'Observation of supervision',
    goesTo: 'staff',
    signedBy: 'both',
    sections: (profile) => blankObservation(profile, 'observationOfSupervision'),
  },
  {
    id: 'monitoring',
    title: () => 'Supervision monitoring form',
    goesTo: 'staff',
    signedBy: 'supervisor',
    sections: blankMonitoring,
  },
];

export interface BlankFormLink {
  readonly id: string;
  readonly title: string;
  readonly goesTo: BlankForm['goesTo'];
}

/** The forms there are under this policy, in the order of its appendices. */
export const blankFormsOf = (profile: PolicyProfile): readonly BlankFormLink[] =>
  blankForms
    .filter(({ sections }) => sections(profile) !== undefined)
    .map(({ id, title, goesTo }) => ({ id, title: title(profile), goesTo }));

const where = {
  child: 'Goes on the child’s record once it is typed up: one child on each form.',
  staff: 'Stays on the supervision file. Children by their reference, and not by name.',
} as const;

/** One empty form to write on; undefined where the policy has no such form. */
export function blankFormDocument(profile: PolicyProfile, id: string): PrintDocument | undefined {
  const form = blankForms.find((each) => each.id === id);
  const sections = form?.sections(profile);
  if (!form || !sections) return undefined;
  const { terms } = profile;
  const signers = {
    both: [terms.supervisee, terms.supervisor],
    supervisor: [terms.supervisor],
    nobody: [],
  }[form.signedBy];
  return {
    title: form.title(profile),
    file: 'blank',
    reference: '',
    marks: [where[form.goesTo]],
    header: [],
    sections: [
      ...sections,
      ...(signers.length === 0
        ? []
        : [
            {
              heading: 'Signed',
              fields: emptyFields(signers.map((who) => `${who}, and the date`)),
            },
          ]),
    ],
    signatures: [`A Footprint form for ${profile.source.label}.`],
  };
}
