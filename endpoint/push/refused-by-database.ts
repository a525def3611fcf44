/** Another request created the same record at the same moment: this one is done again from the start. */
export class CreatedMeanwhile extends Error {}

const codeOf = (cause: unknown): string => {
  const code = (cause as { readonly code?: unknown } | null)?.code; // drivers put SQLSTATE there
  return typeof code === 'string' ? code : '';
};

/** Classes of SQLSTATE: 22 is data that a column cannot hold, 54 a limit of the database. */
export const cannotBeStored = (cause: unknown): boolean => /^(22|54)/.test(codeOf(cause));

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';

/** Two requests stood in each other's way: nothing of this one was done, and it can be done again. */
export const canBeTriedAgain = (cause: unknown): boolean =>
  cause instanceof CreatedMeanwhile || [SERIALIZATION_FAILURE, DEADLOCK].includes(codeOf(cause));
