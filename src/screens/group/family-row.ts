import type { GroupFamily } from '#domain/group/group-agenda.ts';

/** One family of the group's agenda as it is drawn. */
export interface FamilyRow {
  readonly rowId: string;
  /** From 1. */
  readonly position: number;
  readonly label: string;
  readonly family: GroupFamily;
  /** Whether it would be on the agenda if nobody said yes or no. */
  readonly isSuggested: boolean;
}
