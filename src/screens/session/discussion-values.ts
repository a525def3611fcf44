import type { Discussion } from '#domain/records/discussion.ts';
import type { FormValues } from '#ui/form-values.ts';

export type DiscussionValues = FormValues<Discussion>;
