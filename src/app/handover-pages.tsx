import { makeCover } from '#exchange/handover/make-cover.ts';
import { makeCoverBack } from '#exchange/handover/make-cover-back.ts';
import { makeHandOver } from '#exchange/handover/make-hand-over.ts';
import { makeHandover } from '#exchange/handover/make-handover.ts';
import { readHandover } from '#exchange/handover/read-handover.ts';
import { CoverBackScreen } from '#screens/handover/cover-back-screen.tsx';
import { CoverScreen } from '#screens/handover/cover-screen.tsx';
import { HandOverScreen } from '#screens/handover/hand-over-screen.tsx';
import type { HandoverCommands } from '#screens/handover/handover-commands.ts';
import { MakeHandoverScreen } from '#screens/handover/make-handover-screen.tsx';
import { OpenHandoverScreen } from '#screens/handover/open-handover-screen.tsx';
import { useWorkspace } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { deriveInWorker } from '#vault/argon2-in-worker.ts';

const commandsFor = (workspace: Workspace): HandoverCommands => ({
  make: (otherRef) => makeHandover(workspace, otherRef, deriveInWorker),
  handOver: (superviseeRef, noteId) =>
    makeHandOver(workspace, { superviseeRef, noteId }, deriveInWorker),
  cover: (asked) => makeCover(workspace, asked, deriveInWorker),
  coverBack: (coveredRef) => makeCoverBack(workspace, coveredRef, deriveInWorker),
  read: (text, words) => readHandover(text, words, deriveInWorker),
});

export function MakeHandoverPage({ rowId }: { readonly rowId: string }) {
  return <MakeHandoverScreen rowId={rowId} commands={commandsFor(useWorkspace())} />;
}

export function OpenHandoverPage() {
  return <OpenHandoverScreen commands={commandsFor(useWorkspace())} />;
}

export function HandOverPage({ rowId }: { readonly rowId: string }) {
  return <HandOverScreen rowId={rowId} commands={commandsFor(useWorkspace())} />;
}

export function CoverPage() {
  return <CoverScreen commands={commandsFor(useWorkspace())} />;
}

export function CoverBackPage({ rowId }: { readonly rowId: string }) {
  return <CoverBackScreen rowId={rowId} commands={commandsFor(useWorkspace())} />;
}
