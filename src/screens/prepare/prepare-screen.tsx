import { useCallback, useEffect, useState } from 'react';
import { beforeSessionOf, currentPreparation } from '#storage/preparation/preparation-reads.ts';
import { ensurePreparation } from '#storage/preparation/preparations.ts';
import { settingsOf } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { Link } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import { WarningText } from '#ui/warning-text.tsx';
import { PreparePanes } from './prepare-panes.tsx';

interface PrepareScreenProps {
  /** A child's row id, `wants`, `away`, or nothing for the overview. */
  readonly item: string | undefined;
}

/** The practitioner's own preparation: hers alone until she shares it. */
export function PrepareScreen({ item }: PrepareScreenProps) {
  useAll('settings');
  const workspace = useWorkspace();
  const { supervisorRef } = settingsOf(workspace);
  if (supervisorRef === '') return <NotSetUp />;
  return <Preparation key={supervisorRef} item={item} />;
}

function NotSetUp() {
  return (
    <Page title="Prepare for supervision" documentTitle="Prepare" width="text">
      <p className="govuk-body">
        To prepare here, open the file that your supervisor gives you. It has the children on your
        list and what was agreed last time. <Link href="/handover">Open a file</Link>
      </p>
    </Page>
  );
}

function Preparation({ item }: PrepareScreenProps) {
  const workspace = useWorkspace();
  useAll('preparations');
  useAll('responses');
  useAll('sessions');
  const [state, setState] = useState<'beginning' | 'begun' | 'failed'>('beginning');
  const preparation = currentPreparation(workspace);
  const before = preparation && beforeSessionOf(workspace, preparation.id);
  const id = preparation?.id;

  const begin = useCallback(() => {
    setState('beginning');
    ensurePreparation(workspace).then(
      () => setState('begun'),
      (cause: unknown) => {
        console.warn('the preparation was not begun', cause);
        setState('failed');
      },
    );
  }, [workspace]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a session has used it, the next is begun
  useEffect(begin, [begin, id]);

  if (state === 'failed') return <NotBegun onTryAgain={begin} />;
  if (state === 'beginning' || !preparation || !before) {
    return (
      <Page title="Prepare for supervision" documentTitle="Prepare" width="text">
        <p className="govuk-body">Opening</p>
      </Page>
    );
  }
  return <PreparePanes key={id} preparation={preparation} before={before} item={item} />;
}

function NotBegun({ onTryAgain }: { readonly onTryAgain: () => void }) {
  return (
    <Page title="Prepare for supervision" documentTitle="Prepare" width="text">
      <WarningText>
        This preparation could not be written on this device. Nothing that was saved before is lost.
      </WarningText>
      <Button onClick={onTryAgain}>Try again</Button>
    </Page>
  );
}
