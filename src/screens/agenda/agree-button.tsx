import { type AgreedAgenda, agendaState } from '#domain/agenda/agenda.ts';
import type { AgendaItem } from '#domain/records/session.ts';
import { Button } from '#ui/button.tsx';

interface AgreeButtonProps {
  readonly agreed: AgreedAgenda;
  readonly agenda: readonly AgendaItem[];
  readonly onAgree: () => void;
}

/** Offered while there is something to agree. The session starts with or without it. */
export function AgreeButton({ agreed, agenda, onAgree }: AgreeButtonProps) {
  const { status } = agendaState(agreed, agenda);
  if (status === 'agreed') return null;
  return (
    <Button variant="secondary" onClick={onAgree}>
      {status === 'changed' ? 'Agree it again' : 'Agree the agenda'}
    </Button>
  );
}
