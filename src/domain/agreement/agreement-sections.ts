import type { AgreementSection } from './agreement-fields.ts';

/** What both may write, in the order of the page. */
export const sharedSections: readonly {
  readonly section: AgreementSection;
  readonly heading: string;
}[] = [
  { section: 'who', heading: 'Who' },
  { section: 'whenAndWhere', heading: 'When and where' },
  { section: 'howWeWork', heading: 'How we work' },
  { section: 'recording', heading: 'Recording' },
  { section: 'entitlement', heading: 'Entitlement, and where we do not agree' },
];
