import { trioStates } from '#domain/records/group.ts';

/** 004:17 "In Family Safeguarding all supervision of practice takes place in group supervision." */
export const familySafeguardingText = {
  label: 'This is a Family Safeguarding group',
  hint: 'All supervision of practice of the team takes place in groups. Each family’s discussion also asks about domestic abuse, parental substance misuse and parental mental health.',
} as const;

/** 000:255-260: the trio of vulnerabilities. */
export const trioFields = [
  ['domesticAbuse', 'Domestic abuse'],
  ['substanceMisuse', 'Parental substance misuse'],
  ['mentalHealth', 'Parental mental health'],
] as const;

const trioLabels: Record<(typeof trioStates)[number], string> = {
  '': 'Not said yet',
  present: 'Present',
  past: 'In the past',
  no: 'No',
  unknown: 'Not known',
};

export const trioOptions = trioStates.map((value) => ({ value, label: trioLabels[value] }));
