import { describe, expect, it } from 'vitest';
import { agreementFields, responseFields } from '#domain/agreement/agreement-fields.ts';
import {
  superviseeStatements,
  supervisorStatements,
} from '#domain/agreement/agreement-statements.ts';
import { qualityQuestions, questionWords } from '#domain/monitoring/monitoring-questions.ts';
import { aspectLabel, balancesThreePs, noteAspects } from '#domain/notes/note-fields.ts';
import { agendaFields, moreFields } from '#domain/notes/note-more-fields.ts';
import { observationTables } from '#domain/observations/observation-fields.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { listProfiles } from '#domain/policies/shipped-profiles.ts';
import { discussionFields, isOfferedAt } from '#domain/records/discussion-fields.ts';
import { blankFormDocument, blankFormsOf } from './blank-forms.ts';
import type { PrintDocument, PrintSection } from './document.ts';
import { documentText } from './document.ts';

const labels = (fields: readonly { readonly label: string }[]) => fields.map(({ label }) => label);

const ofDepth = (profile: PolicyProfile, depth: 'brief' | 'inDepth') =>
  discussionFields
    .filter(isOfferedAt(depth))
    .filter(({ form }) => form === undefined || profile.forms?.[form])
    .map(({ label }) => label('child'));

const observed = (kind: keyof typeof observationTables) => {
  const { before, areas, after } = observationTables[kind];
  return labels([...before, ...areas, ...after]);
};

/** What each form must have, by the tables of its screen. */
const asked: Readonly<Record<string, (profile: PolicyProfile) => readonly string[]>> = {
  agreement: () => [
    ...labels([...agreementFields, ...responseFields]),
    ...[...supervisorStatements, ...superviseeStatements].map(({ text }) => text),
  ],
  notes: (profile) => [
    ...noteAspects.map((aspect) => aspectLabel(aspect, balancesThreePs(profile))),
    ...labels([...agendaFields, ...moreFields]),
  ],
  'supervision-record': ({ forms }) => {
    const form = forms?.supervisionRecord;
    if (!form) return [];
    return labels([...form.front, ...form.agenda, ...form.partA.lines, ...form.partB.lines]);
  },
  'discussion-brief': (profile) => ofDepth(profile, 'brief'),
  'discussion-in-depth': (profile) => ofDepth(profile, 'inDepth'),
  'decision-record': ({ forms }) => labels(forms?.decisionRecord?.lines ?? []),
  'live-supervision': () => observed('liveSupervision'),
  'observation-of-supervision': () => observed('observationOfSupervision'),
  monitoring: (profile) => qualityQuestions.map((question) => questionWords(question, profile)),
};

const has = (section: PrintSection): boolean =>
  Boolean(section.lines ?? section.choices ?? section.table ?? section.fields ?? section.list);

function made(profile: PolicyProfile, id: string): PrintDocument {
  const document = blankFormDocument(profile, id);
  if (!document) throw new Error(id);
  return document;
}

const shippedProfiles = listProfiles();

describe.each(shippedProfiles.map((profile) => [profile.id, profile] as const))(
  '%s',
  (_, profile) => {
    it.each(blankFormsOf(profile).map(({ id }) => id))(
      '%s asks for each field of its table',
      (id) => {
        const text = documentText(made(profile, id));
        const missing = asked[id]?.(profile).filter((label) => !text.includes(label));
        expect(missing).toEqual([]);
      },
    );

    it.each(blankFormsOf(profile).map(({ id }) => id))('%s has room for each answer', (id) => {
      const { sections } = made(profile, id);
      const without = sections.filter(
        (section, at) => section.level === 3 && !has(section) && sections[at + 1]?.level !== 3,
      );
      expect(without).toEqual([]);
    });

    it('each form is under the council’s own words, and says which file it is for', () => {
      expect(made(profile, 'agreement').title).toBe(profile.terms.agreement);
      expect(made(profile, 'notes').title).toBe(profile.headings.staffNotes);
      expect(made(profile, 'discussion-brief').title).toContain(profile.headings.caseDiscussion);
      for (const { id, goesTo } of blankFormsOf(profile)) {
        const { marks, file } = made(profile, id);
        expect(file).toBe('blank');
        expect(marks.join()).toContain(goesTo === 'child' ? 'child’s record' : 'supervision file');
      }
    });
  },
);

it('a form that the policy does not have is not there', () => {
  const withIt = shippedProfiles.filter(({ forms }) => forms?.supervisionRecord);
  expect(withIt.map(({ id }) => id)).toEqual(['bracknell-003']);
  for (const profile of shippedProfiles) {
    const ids = blankFormsOf(profile).map(({ id }) => id);
    expect(ids.includes('supervision-record')).toBe(withIt.includes(profile));
  }
});
