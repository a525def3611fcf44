import type { Session } from '#domain/records/session.ts';
import { currentPreparation } from '#storage/preparation-reads.ts';
import { asTyped } from '#storage/prepared-cases.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { ButtonGroup, ButtonLink } from '#ui/button.tsx';
import { Wants } from './preparation-state.tsx';
import { ReadAgenda } from './read-agenda.tsx';

/** On the device of the person who is supervised: to read, with what both want, and to prepare. */
export function MyAgenda({ session }: { readonly session: Session }) {
  const workspace = useWorkspace();
  useAll('preparations');
  const record = currentPreparation(workspace);
  const mine = record && asTyped(workspace, record);
  return (
    <ReadAgenda session={session} preparation={mine} asksHeader="I ask for">
      <ButtonGroup>
        <ButtonLink href="/prepare">Prepare for this session</ButtonLink>
        <ButtonLink href={`/print/agenda/${session.id}`} variant="secondary">
          Print the agenda
        </ButtonLink>
      </ButtonGroup>
      <Wants heading="What I want to talk about" text={mine?.wants ?? ''} />
    </ReadAgenda>
  );
}
