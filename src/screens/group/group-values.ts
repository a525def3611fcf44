import type { GroupSession } from '#domain/records/group.ts';
import type { FormValues } from '#ui/form-values.ts';

/** What the form of people and confidentiality holds: the whole group. */
export type GroupValues = FormValues<GroupSession>;
