import type { DirectoryInput } from '../directories.ts';

/** SYNTHETIC. Two supervisors, one practitioner and her two children. */
export const SAM = 'S1';
export const ALEX = 'S2';
export const PRIYA = 'P1';
export const CHILDREN = ['C1', 'C2'] as const;
export const TODAY = '2026-11-21';

/** Who supervises her today; the other did until some months ago. */
export function supervisedBy(supervisor: string): DirectoryInput {
  const other = supervisor === SAM ? ALEX : SAM;
  return {
    staff: [SAM, ALEX, PRIYA],
    children: CHILDREN,
    supervises: [
      [other, PRIYA, '2026-01-01', '2026-06-30'],
      [supervisor, PRIYA, '2026-07-01'],
    ],
    allocations: CHILDREN.map((child) => [child, PRIYA]),
  };
}
