import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { dateInLondon, formatDate, toInstant } from '#domain/dates/calendar-date.ts';
import type { OpenRequest } from '#domain/supervision/extra-supervision.ts';
import { fileMadeSince } from '#storage/preparation/preparation-reads.ts';
import { askForExtra, myRequests, takeBackRequest } from '#storage/session/extra-requests.ts';
import { settingsOf, staffName } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { Destination } from '#ui/destination.tsx';
import { Form } from '#ui/form.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { useOnce } from '#ui/use-once.ts';

interface AskForExtraProps {
  /** Asking, and not only looking at what was asked. */
  readonly isAsking: boolean;
}

/** What I asked for and wait for, and asking for more: part of no preparation. */
export function AskForExtra({ isAsking }: AskForExtraProps) {
  const workspace = useWorkspace();
  useAll('handovers');
  useAll('responses');
  useAll('sessions');
  return (
    <>
      {myRequests(workspace).map((open) => (
        <Asked key={open.request.id} open={open} />
      ))}
      {isAsking && <AskForm />}
    </>
  );
}

function Asked({ open }: { readonly open: OpenRequest }) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const { request, plannedFor } = open;
  const { supervisorRef, sharedAt, why, id } = request;
  const asked = toInstant(sharedAt);
  const on = formatDate(dateInLondon(asked));
  const isGiven = fileMadeSince(workspace, supervisorRef, asked) !== undefined;
  const supervisor = staffName(workspace, supervisorRef);
  return (
    <p className="govuk-body">
      You asked for extra supervision on {on}
      {why.trim() === '' ? '. ' : ': '}
      <span className="fp-text">{why}</span>{' '}
      {isGiven
        ? `It is in a file you made for ${supervisor}. `
        : `It goes with the next file you make for ${supervisor}. `}
      {plannedFor && `A session is planned for ${formatDate(plannedFor)}. `}
      <Button
        variant="link"
        onClick={() => void takeBackRequest(workspace, id).then(() => announce('Taken back'))}
      >
        Take it back <span className="govuk-visually-hidden">as asked on {on}</span>
      </Button>
    </p>
  );
}

function AskForm() {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const form = useForm({ defaultValues: { why: '' } });
  const { register, handleSubmit, formState, reset, setFocus } = form;
  // The button that brought it has gone.
  useEffect(() => setFocus('why'), [setFocus]);
  const supervisor = staffName(workspace, settingsOf(workspace).supervisorRef);
  const once = useOnce();
  const submit = handleSubmit(({ why }) =>
    once(async () => {
      await askForExtra(workspace, why);
      announce('Asked. It goes with the next file');
      reset();
    }),
  );
  return (
    <Form id="extra" onSubmit={(event) => void submit(event)}>
      <p className="govuk-body">
        <Destination file="staff" />
      </p>
      <TextAreaField
        label="Why (optional)"
        hint={`${supervisor} sees it with the next file you make, shared preparation or not. Children by their reference and not by name.`}
        rows={2}
        grow
        {...register('why')}
      />
      <Button type="submit" disabled={formState.isSubmitting}>
        Ask {supervisor} for extra supervision
      </Button>
    </Form>
  );
}
