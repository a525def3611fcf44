/** Why records leave in a file: said by a person, kept in the audit by its code. No words of their own. */
export const purposes = {
  caseSystem: 'To put on the case system or the supervision file',
  oversight: 'Audit, quality assurance or inspection',
  accessRequest: 'A request for somebody’s own records',
  court: 'Court, legal advice or a complaint',
  move: 'To move the records to another device',
  other: 'Another purpose',
} as const;
export type Purpose = keyof typeof purposes;
export const purposeKeys = Object.keys(purposes) as readonly Purpose[];
