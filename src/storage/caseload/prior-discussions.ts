import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { ChildRef } from '#domain/ids.ts';
import type { PriorDiscussion } from '#domain/records/prior-discussion.ts';
import type { Write } from '#storage/save.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { findAll, put } from '#storage/writes.ts';

export interface PriorAnswer {
  readonly childRef: ChildRef;
  readonly answer: 'date' | 'unknown' | 'never';
  readonly on?: CalendarDate;
}

export function priorOf(workspace: Pick<Workspace, 'set'>, childRef: string) {
  return findAll(workspace, 'priorDiscussions', (prior) => prior.childRef === childRef).at(0);
}

/** What a person says about the time before Footprint. All answers are written, or none. */
export async function savePriorDiscussions(
  workspace: Workspace,
  answers: readonly PriorAnswer[],
): Promise<void> {
  const ids = await Promise.all(
    answers.map(({ childRef }) => workspace.vault.referenceId('prior', childRef)),
  );
  await workspace.change(() =>
    answers.flatMap(({ childRef, answer, on = '' as CalendarDate }, i): readonly Write[] => {
      const held = priorOf(workspace, childRef);
      const same = held?.body.answer === answer && held.body.on === on;
      const id = ids[i];
      if (same || !id) return [];
      const body: PriorDiscussion = {
        childRef,
        answer,
        on,
        inDepthOn: held?.body.inDepthOn ?? '',
        source: 'told',
        at: workspace.now,
        by: settingsOf(workspace).me,
      };
      return put(held, 'priorDiscussions', id, body);
    }),
  );
}
