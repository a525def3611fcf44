import type { Session } from '#domain/records/session.ts';
import { workWith } from '#storage/handover/my-supervisors.ts';
import { currentPreparation } from '#storage/preparation/preparation-reads.ts';
import { asTyped } from '#storage/preparation/prepared-cases.ts';
import { settingsOf } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup, ButtonLink } from '#ui/button.tsx';
import { useGoTo } from '#ui/link.tsx';
import { Wants } from './preparation-state.tsx';
import { ReadAgenda } from './read-agenda.tsx';

/** On the device of the person who is supervised: to read, with what both want, and to prepare. */
export function MyAgenda({ session }: { readonly session: Session }) {
  const workspace = useWorkspace();
  useAll('preparations');
  useAll('settings');
  const goTo = useGoTo();
  // SUPV5: it may be of another of my supervisors than the one I am working with.
  const { supervisorRef, alsoSupervisedBy } = settingsOf(workspace);
  const isOther = alsoSupervisedBy.includes(session.supervisorRef);
  const record = currentPreparation(workspace, isOther ? session.supervisorRef : supervisorRef);
  const prepare = () =>
    void workWith(workspace, session.supervisorRef).then(() => goTo('/prepare'));
  const mine = record && asTyped(workspace, record);
  return (
    <ReadAgenda session={session} preparation={mine} asksHeader="I ask for">
      <ButtonGroup>
        {isOther ? (
          <Button onClick={prepare}>Prepare for this session</Button>
        ) : (
          <ButtonLink href="/prepare">Prepare for this session</ButtonLink>
        )}
        <ButtonLink href={`/print/agenda/${session.id}`} variant="secondary">
          Print the agenda
        </ButtonLink>
      </ButtonGroup>
      <Wants heading="What I want to talk about" text={mine?.wants ?? ''} />
    </ReadAgenda>
  );
}
