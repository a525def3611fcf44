import { useEffect } from 'react';
import type { SyncCommands } from '#storage/sync/use-sync.ts';
import { useWorkspace } from '#storage/use-workspace.ts';

interface SyncRunnerProps {
  readonly onChange: (commands: SyncCommands) => void;
  readonly lock: () => void;
}

/** Where whoever built this copy set an endpoint (ENDPOINT): sends and fetches. Elsewhere it is nothing. */
export function SyncRunner({ onChange, lock }: SyncRunnerProps) {
  const workspace = useWorkspace();
  useEffect(() => {
    const origin = endpointOrigin();
    if (origin === '') return;
    let stop: (() => void) | undefined;
    let isGone = false;
    void import('./sync-commands.ts').then(({ startSync }) => {
      if (!isGone) stop = startSync(workspace, { origin, onChange, lock });
    });
    return () => {
      isGone = true;
      stop?.();
    };
  }, [workspace, onChange, lock]);
  return null;
}

const endpointOrigin = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="endpoint"]')?.content ?? '';
