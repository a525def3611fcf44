import { parseCalendarDate, toInstant } from '#domain/dates/calendar-date.ts';
import { agreedPart } from '#domain/group/end-group.ts';
import {
  clockedPart,
  deadlineOfDiscussion,
  isDueInHours,
} from '#domain/recording/discussion-deadline.ts';
import type { RecordingDeadline } from '#domain/recording/recording-deadline.ts';
import { type RecordingState, recordingState } from '#domain/recording/recording-state.ts';
import type { GroupDiscussion, GroupDiscussionChild, GroupSession } from '#domain/records/group.ts';
import { holidaysOf } from '#storage/policies/holidays.ts';
import { profileOn } from '#storage/policies/profiles.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, todayIn } from '#storage/writes.ts';
import { isMine } from './group-list.ts';
import { discussionsIn } from './group-reads.ts';

/** A child that a group of mine discussed and whose record is not finalised yet, with its deadline now. */
export interface GroupToFinish {
  readonly group: GroupSession;
  readonly discussion: GroupDiscussion;
  readonly part: GroupDiscussionChild;
  readonly deadline: RecordingDeadline;
  readonly state: RecordingState;
  readonly inHours: boolean;
}

export function groupRecordsToFinish(workspace: Workspace): readonly GroupToFinish[] {
  const holidays = holidaysOf(workspace);
  const now = toInstant(workspace.now);
  return bodies(workspace, 'groups')
    .filter((group) => group.status === 'ended' && isMine(workspace, group))
    .flatMap((group) =>
      discussionsIn(workspace, group.id)
        .filter(({ body }) => body.discussed)
        .flatMap(({ body: discussion }) =>
          discussion.children
            .filter(({ childRecordId }) => childRecordId === '')
            .map((part) => {
              const clocked = clockedPart(agreedPart(discussion, part));
              const on = parseCalendarDate(clocked.discussedOn) ?? todayIn(workspace);
              const profile = profileOn(workspace, on);
              const deadline = deadlineOfDiscussion(clocked, profile, holidays);
              const state = recordingState({ deadline, now, holidays });
              const inHours = isDueInHours(clocked, profile);
              return { group, discussion, part, deadline, state, inHours };
            }),
        ),
    );
}
