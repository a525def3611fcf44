import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { countOf } from '#domain/count-words.ts';
import { dateInLondon, formatDate, toInstant } from '#domain/dates/calendar-date.ts';
import { handedOverWords } from '#storage/handover/handed-over.ts';
import { beforeRemoval, keptUntil, removeSupervisee } from '#storage/handover/remove-supervisee.ts';
import type { HandedOver } from '#storage/handover/supervision.ts';
import { changeSettings, settingsOf } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { Form } from '#ui/form.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { Link, useGoTo } from '#ui/link.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { TextField } from '#ui/text-field.tsx';
import { WarningText } from '#ui/warning-text.tsx';

/** Accepted: to read for the council’s days, and to remove once nothing waits. A person does that. */
export function HandedOverPart({ gone }: { readonly gone: HandedOver }) {
  const workspace = useWorkspace();
  useAll('staff');
  useAll('sessions');
  useAll('discussions');
  useAll('notes');
  useAll('childRecords');
  useAll('childEntries');
  useAll('childMarks');
  useAll('entryDrafts');
  useAll('observations');
  useAll('monitoring');
  useAll('cancellations');
  const first = beforeRemoval(workspace, gone.staff.ref);
  const acceptedOn = dateInLondon(toInstant(gone.relation.acceptedAt));
  const until = keptUntil(workspace, acceptedOn);
  return (
    <>
      <InsetText>{handedOverWords(workspace, gone)}</InsetText>
      <p className="govuk-body">
        {until
          ? `To be kept here until ${formatDate(until)}. It goes when you remove it, and not by itself.`
          : 'It stays here until you remove it.'}
      </p>
      <Days />
      <h2 className="govuk-heading-m">Remove from this device</h2>
      {first.length > 0 ? (
        <>
          <WarningText>
            Nothing can be removed yet. {countOf(first.length, 'thing')} must be finished first.
          </WarningText>
          <ul className="govuk-list govuk-list--bullet">
            {first.map(({ what, href }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
              <li key={i}>
                <Link href={href}>{what}</Link>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <Remove gone={gone} />
      )}
    </>
  );
}

function Days() {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const { register, handleSubmit } = useForm({
    defaultValues: { days: settingsOf(workspace).keepHandedOverDays },
  });
  const submit = handleSubmit(async ({ days }) => {
    await changeSettings(workspace, { keepHandedOverDays: days.trim() });
    announce('Saved');
  });
  return (
    <Form id="keep" onSubmit={(event) => void submit(event)}>
      <TextField
        label="For how many days does your council keep it?"
        hint="Leave it empty where nothing says so."
        width="5"
        inputMode="numeric"
        {...register('days')}
      />
      <Button type="submit" variant="secondary">
        Save the days
      </Button>
    </Form>
  );
}

function Remove({ gone }: { readonly gone: HandedOver }) {
  const workspace = useWorkspace();
  const goTo = useGoTo();
  const announce = useAnnounce();
  const [state, setState] = useState<'idle' | 'asked' | 'removing' | 'failed'>('idle');
  const { name, ref } = gone.staff;
  async function remove() {
    setState('removing');
    try {
      const removal = await removeSupervisee(workspace, ref);
      if (removal.outcome === 'waits') return setState('idle');
      announce(`${countOf(removal.count, 'record')} removed from this device`);
      goTo('/handover');
    } catch {
      setState('failed');
    }
  }
  return (
    <>
      <p className="govuk-body">
        Everything about {name} and the children goes: agreement, notes, records and earlier
        versions of them. A line stays that says when it was removed. Backups you made before still
        hold it. A group that {name} was in stays, because it is others’ too.
      </p>
      {state === 'failed' && (
        <WarningText>
          Nothing was removed, because this browser could not write its storage. Try again.
        </WarningText>
      )}
      {state === 'idle' || state === 'failed' ? (
        <Button variant="warning" onClick={() => setState('asked')}>
          Remove {name} from this device
        </Button>
      ) : (
        <>
          <WarningText>This cannot be taken back on this device.</WarningText>
          <ButtonGroup>
            <Button variant="warning" disabled={state === 'removing'} onClick={() => void remove()}>
              Yes, remove everything
            </Button>
            <Button variant="secondary" onClick={() => setState('idle')}>
              Keep it
            </Button>
          </ButtonGroup>
        </>
      )}
    </>
  );
}
