import { createContext, useContext, useEffect, useState } from 'react';
import { type UseFormReturn, useForm } from 'react-hook-form';
import { openActionsOf } from '#domain/actions/child-actions.ts';
import { assert } from '#domain/assert.ts';
import type { ChildRef, RecordId } from '#domain/ids.ts';
import { caughtUp } from '#domain/preparation/preparation.ts';
import type { Preparation } from '#domain/records/preparation.ts';
import { type BeforeSession, emptyImpact } from '#domain/records/response.ts';
import type {
  BeforeSessionRecord,
  PreparationRecord,
} from '#storage/preparation/preparation-reads.ts';
import { asTyped } from '#storage/preparation/prepared-cases.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';
import type { FormValues } from '#ui/form-values.ts';

export type PreparationValues = FormValues<Preparation>;
export type BeforeValues = FormValues<BeforeSession>;

/** The two records a practitioner writes beforehand. Each form owns the whole of its record. */
export interface PrepareForms {
  readonly preparation: UseFormReturn<PreparationValues>;
  readonly before: UseFormReturn<BeforeValues>;
}

export interface PrepareRecords {
  readonly preparation: PreparationRecord;
  readonly before: BeforeSessionRecord;
}

const FormsContext = createContext<PrepareForms | undefined>(undefined);
export const FormsProvider = FormsContext.Provider;

export function usePrepareForms(): PrepareForms {
  const forms = useContext(FormsContext);
  assert(forms, 'a part of the preparation outside its forms');
  return forms;
}

/** Both forms, mounted with every open child in them; each key goes on its way to disk. */
export function useBothForms(
  records: PrepareRecords,
  childRefs: readonly ChildRef[],
): PrepareForms {
  const workspace = useWorkspace();
  const [values] = useState(() => ({
    preparation: preparationValues(workspace, records.preparation, childRefs),
    before: beforeValues(workspace, records.before, childRefs),
  }));
  const preparation = useForm<PreparationValues>({ defaultValues: values.preparation });
  const before = useForm<BeforeValues>({ defaultValues: values.before });
  const { id: preparationId } = records.preparation;
  const { id: beforeId } = records.before;

  const { subscribe: onPreparation } = preparation;
  useEffect(
    () =>
      onPreparation({
        formState: { values: true },
        callback: ({ values }) => {
          const body = structuredClone(values) as Preparation; // made from one by `preparationValues`
          workspace.draft({ collection: 'preparations', id: preparationId, body });
        },
      }),
    [onPreparation, workspace, preparationId],
  );
  const { subscribe: onBefore } = before;
  useEffect(
    () =>
      onBefore({
        formState: { values: true },
        callback: ({ values }) => {
          const body = structuredClone(values) as BeforeSession; // made from one by `beforeValues`
          workspace.draft({ collection: 'responses', id: beforeId, body });
        },
      }),
    [onBefore, workspace, beforeId],
  );
  return { preparation, before };
}

/** Text still on its way to disk is newer than the row. Each open action has its line to be written in. */
function preparationValues(
  workspace: Workspace,
  record: PreparationRecord,
  childRefs: readonly ChildRef[],
): PreparationValues {
  const values = structuredClone(caughtUp(asTyped(workspace, record), childRefs));
  const [actions, events] = [
    bodies(workspace, 'childActions'),
    bodies(workspace, 'childActionEvents'),
  ];
  const open = childRefs.flatMap((ref) => openActionsOf(ref, actions, events));
  for (const { action } of open) {
    if (values.actionUpdates.some(({ actionId }) => actionId === action.id)) continue;
    const id = workspace.ports.newId() as RecordId; // a port makes ids
    values.actionUpdates.push({ id, actionId: action.id, said: '', text: '' });
  }
  return values;
}

function beforeValues(
  workspace: Workspace,
  record: BeforeSessionRecord,
  childRefs: readonly ChildRef[],
): BeforeValues {
  const values = structuredClone(asTyped(workspace, record));
  for (const ref of childRefs) {
    if (!values.impact.some(({ childRef }) => childRef === ref)) {
      values.impact.push(emptyImpact(ref));
    }
  }
  return values;
}
