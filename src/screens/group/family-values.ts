import type { GroupDiscussion, GroupSession } from '#domain/records/group.ts';
import type { FormValues } from '#ui/form-values.ts';
import type { GroupItem } from './group-items.ts';

/** What the form of one family’s discussion holds: the whole record. */
export type FamilyValues = FormValues<GroupDiscussion>;

/** For fields that suggest who may speak of the family. */
export interface OfFamilyProps {
  readonly group: GroupSession;
  readonly familyKey: string;
}

export interface FamilyPaneProps {
  readonly group: GroupSession;
  readonly item: GroupItem;
  /** Come here by a key: the focus belongs in the note and not on the heading. */
  readonly byCommand: boolean;
  readonly onDone: () => void;
}
