import { parseInstant } from '#domain/dates/calendar-date.ts';
import { changedSinceShared, changedWords, dayAndTime } from '#domain/preparation/preparation.ts';
import { beforeSessionOf, type PreparationRecord } from '#storage/preparation/preparation-reads.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Link } from '#ui/link.tsx';

interface PreparationStateProps {
  readonly preparation: PreparationRecord | undefined;
  readonly who: string;
}

/** Whether the other side's asks are here, since when, and what they want to talk about. */
export function PreparationState({ preparation, who }: PreparationStateProps) {
  const workspace = useWorkspace();
  useAll('responses');
  const sharedAt = preparation && parseInstant(preparation.body.sharedAt);
  if (!sharedAt) {
    return (
      <p className="govuk-body">
        Preparation of {who}: not shared yet. <Link href="/handover">Open a file from {who}</Link>
      </p>
    );
  }
  const { body, id } = preparation;
  const changedAt = changedSinceShared(body, beforeSessionOf(workspace, id)?.body);
  return (
    <>
      <p className="govuk-body">
        {who} shared a preparation on {dayAndTime(sharedAt)}.
        {changedAt && ` Changed since, at ${changedWords(changedAt, body.sharedAt)}.`}
      </p>
      <Wants heading={`What ${who} wants to talk about`} text={body.wants} />
    </>
  );
}

/** As it was typed; nothing where nothing was. */
export function Wants({ heading, text }: { readonly heading: string; readonly text: string }) {
  if (text.trim() === '') return null;
  return (
    <>
      <h2 className="govuk-heading-s">{heading}</h2>
      <p className="govuk-body fp-text">{text}</p>
    </>
  );
}
