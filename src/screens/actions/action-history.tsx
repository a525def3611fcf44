import { actionEventTitles } from '#domain/actions/action-words.ts';
import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { staffName } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Details } from '#ui/details.tsx';
import type { AnyRow } from './action-rows.ts';

type HistoryEvent = AnyRow['history'][number];

const dayWords = (text: string, or = text): string => {
  const on = parseCalendarDate(text);
  return on ? formatDate(on) : or;
};

/** Every event as it was said, the newest first; how it was agreed stands at the end. Nothing goes. */
export function ActionHistory({ row }: { readonly row: AnyRow }) {
  const workspace = useWorkspace();
  const { history, state, file } = row;
  const { id } = state.action;
  const agreed =
    file === 'child'
      ? workspace.set.find('childActions', id)?.body
      : workspace.set.find('staffActions', id)?.body;
  const undone = new Set<string>(history.flatMap(({ undoes }) => undoes ?? []));
  return (
    <Details
      summary={
        <>
          History<span className="govuk-visually-hidden">: {state.action.what}</span>
        </>
      }
    >
      <ul className="govuk-list">
        {history.map((event) => (
          <li key={event.id} className="fp-text">
            {dayWords(event.on)}, {staffName(workspace, event.by)}:{' '}
            {actionEventTitles[event.outcome]}
            {undone.has(event.id) && ' (undone)'}
            {moreWords(event)}
          </li>
        ))}
        {agreed && (
          <li className="fp-text">
            {dayWords(agreed.agreedOn)}, {staffName(workspace, agreed.createdBy)}: Agreed
            {moreWords({ owner: agreed.owner, byWhen: agreed.byWhen, dueOn: agreed.dueOn })}
          </li>
        )}
      </ul>
    </Details>
  );
}

function moreWords({
  reason = '',
  owner = '',
  byWhen = '',
  dueOn = '',
}: Partial<Pick<HistoryEvent, 'reason' | 'owner' | 'byWhen' | 'dueOn'>>): string {
  const by = dayWords(dueOn, byWhen);
  return [reason.trim() && `. ${reason}`, owner.trim() && `. Owner: ${owner}`, by && `. By ${by}`]
    .filter(Boolean)
    .join('');
}
