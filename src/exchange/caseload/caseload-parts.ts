import type { Look } from './answer-request.ts';
import type { ImportedCaseload } from './imported-caseload.ts';
import type { Progress } from './read-table.ts';

/** What the worker sends. A caseload comes in parts: one message of everything would block the page. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'children'; readonly children: ImportedCaseload['children'] }
  | { readonly kind: 'faults'; readonly faults: ImportedCaseload['faults'] }
  | {
      readonly kind: 'done';
      readonly result: Look | Omit<ImportedCaseload, 'children' | 'faults'>;
    }
  | { readonly kind: 'failed'; readonly reason: string };

const CHILDREN = 100;
const FAULTS = 500;

export function* partsOf(result: Look | ImportedCaseload): Generator<WorkerMessage> {
  if (!('children' in result)) {
    yield { kind: 'done', result };
    return;
  }
  const { children, faults, ...rest } = result;
  for (let i = 0; i < children.length; i += CHILDREN)
    yield { kind: 'children', children: children.slice(i, i + CHILDREN) };
  for (let i = 0; i < faults.length; i += FAULTS)
    yield { kind: 'faults', faults: faults.slice(i, i + FAULTS) };
  yield { kind: 'done', result: rest };
}

/** Puts the parts together again. Returns the whole with the last one, and undefined before. */
export function partsJoiner(): (message: WorkerMessage) => Look | ImportedCaseload | undefined {
  const children: ImportedCaseload['children'][number][] = [];
  const faults: ImportedCaseload['faults'][number][] = [];
  return (message) => {
    if (message.kind === 'children') children.push(...message.children);
    if (message.kind === 'faults') faults.push(...message.faults);
    if (message.kind !== 'done') return undefined;
    const { result } = message;
    // A look has its own faults; a caseload always has staff.
    return 'staff' in result ? { ...result, children, faults } : result;
  };
}
