import { countOf } from '#domain/count-words.ts';

/** numbers that managers named in a focus group (002:19). Nobody's policy. */
const goodNumber = 15;
const highNumber = 20;

export interface CaseloadSignal {
  readonly level: 'amber' | 'high';
  readonly words: string;
  readonly src: string;
}

/** FLAG23: context for the talk about workload, from 15 and above 20. It excuses and measures nobody. */
export function caseloadSignal(openCases: number): CaseloadSignal | undefined {
  if (openCases < goodNumber) return undefined;
  const isHigh = openCases > highNumber;
  const said = isHigh
    ? 'managers in a focus group named more than 20 as a barrier to good supervision'
    : 'managers in a focus group named about 15 as a good number';
  return {
    level: isHigh ? 'high' : 'amber',
    words: `${countOf(openCases, 'open case')}: ${said}. For information only.`,
    src: '002:19',
  };
}
