import { useState } from 'react';
import { notDiscussedReasons } from '#domain/session/end-session.ts';
import { Button } from '#ui/button.tsx';
import { Details } from '#ui/details.tsx';
import { RadiosField } from '#ui/radios-field.tsx';

/** A reason in neutral words, chosen and not typed: it may go on the child's file. */
export function NotThisTime({ onChosen }: { readonly onChosen: (reason: string) => void }) {
  const [reason, setReason] = useState('');
  return (
    <Details summary="Not discussing this child today">
      <RadiosField
        name="notDiscussedReason"
        legend="Reason"
        hint="The child stays due. The reason lets the session end."
        small
        options={notDiscussedReasons}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button
        variant="secondary"
        disabled={reason === ''}
        onClick={() =>
          onChosen(notDiscussedReasons.find(({ value }) => value === reason)?.label ?? '')
        }
      >
        Not this time: go to next
      </Button>
    </Details>
  );
}
