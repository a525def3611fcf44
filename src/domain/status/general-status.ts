/** The statuses that a dataset or a spreadsheet can show, before any council's own list of cohorts. */
export const generalStatuses = [
  { code: 'COURT', label: 'Care proceedings' },
  { code: 'PLO', label: 'Pre-proceedings' },
  { code: 'CP', label: 'Child protection plan' },
  { code: 'CLA', label: 'Looked after, permanence not decided' },
  { code: 'CLA_PERM', label: 'Looked after, permanence decided' },
  { code: 'SHORT_BREAKS', label: 'Short breaks' },
  { code: 'CIN', label: 'Child in need' },
  { code: 'CARE_EXP', label: 'Care experienced' },
  { code: 'EH', label: 'Early help' },
  { code: 'ASSESS', label: 'Assessment' },
] as const; // in the order that STAT14 falls back on

export type GeneralStatus = (typeof generalStatuses)[number]['code'];

/** One status that applies, and why. A code of the council's own list may stand in for a general one. */
export interface ChildStatus {
  readonly code: string;
  /** A clause to follow "because": "a child protection plan opened on 3 March 2026 is open". */
  readonly words: string;
  /** ISO date, or '' where the file does not say. */
  readonly since: string;
}

/** The label of a general status, or undefined for a code of a council's own. */
export function findGeneralLabel(code: string): string | undefined {
  return generalStatuses.find((status) => status.code === code)?.label;
}
