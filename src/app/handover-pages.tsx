import { makeHandover } from '#exchange/handover/make-handover.ts';
import { readHandover } from '#exchange/handover/read-handover.ts';
import type { HandoverCommands } from '#screens/handover/handover-commands.ts';
import { MakeHandoverScreen } from '#screens/handover/make-handover-screen.tsx';
import { OpenHandoverScreen } from '#screens/handover/open-handover-screen.tsx';
import { useWorkspace } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { deriveInWorker } from '#vault/argon2-in-worker.ts';

const commandsFor = (workspace: Workspace): HandoverCommands => ({
  make: (otherRef) => makeHandover(workspace, otherRef, deriveInWorker),
  read: (text, words) => readHandover(text, words, deriveInWorker),
});

export function MakeHandoverPage({ rowId }: { readonly rowId: string }) {
  return <MakeHandoverScreen rowId={rowId} commands={commandsFor(useWorkspace())} />;
}

export function OpenHandoverPage() {
  return <OpenHandoverScreen commands={commandsFor(useWorkspace())} />;
}
