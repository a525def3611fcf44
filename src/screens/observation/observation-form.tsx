import { useMemo } from 'react';
import { observationTables } from '#domain/observations/observation-fields.ts';
import type { Observation } from '#domain/records/observation.ts';
import { DoneButton, DraftForm, useDraftForm } from '#exchange/draft/draft-form.tsx';
import {
  finaliseObservation,
  missingForObservation,
  setObservationAside,
} from '#storage/staff-file/observations.ts';
import { childrenToLeaveUnnamed } from '#storage/staff-file/observations-reads.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { useGoTo } from '#ui/link.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { ChildrenContext, NamedChildren } from './named-children.tsx';
import { ObservationAfter } from './observation-after.tsx';
import { ObservationBefore } from './observation-before.tsx';
import { observationOf } from './observation-values.ts';
import { ObservedAreas } from './observed-areas.tsx';
import { PracticeElements } from './practice-elements.tsx';

interface ObservationFormProps {
  readonly observation: Observation;
  /** Whose work it was. */
  readonly name: string;
}

/** The form of one observation. It owns the whole draft while it is mounted, and saves it as it is typed. */
export function ObservationForm({ observation, name }: ObservationFormProps) {
  const workspace = useWorkspace();
  const goTo = useGoTo();
  const announce = useAnnounce();
  const { id, kind } = observation;
  const { name: what, withFamily } = observationTables[kind];
  const draft = useDraftForm({
    collection: 'observations',
    record: observation,
    formId: 'observation',
    bodyOf: observationOf,
    missing: (body) => missingForObservation(workspace, body),
    finish: async () => {
      const { outcome } = await finaliseObservation(workspace, id);
      if (outcome === 'finalised') announce(`${what} finalised`);
    },
  });
  const children = useUnnamed(observation);
  const putAside = async () => {
    await setObservationAside(workspace, id, true);
    goTo('/');
  };
  return (
    <ChildrenContext value={children}>
      <DraftForm draft={draft}>
        <ObservationBefore kind={kind} />
        <ObservedAreas kind={kind} />
        {withFamily && <PracticeElements />}
        <ObservationAfter kind={kind} name={name} />
        <NamedChildren />
        <ButtonGroup>
          <DoneButton draft={draft}>Finalise</DoneButton>
          <Button variant="link" onClick={() => void putAside()}>
            Not needed after all
          </Button>
        </ButtonGroup>
      </DraftForm>
    </ChildrenContext>
  );
}

function useUnnamed({ kind, superviseeRef }: Observation) {
  const workspace = useWorkspace();
  const children = useAll('children');
  const allocations = useAll('allocations');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list follows what is stored of them
  return useMemo(
    () => childrenToLeaveUnnamed(workspace, { kind, superviseeRef }),
    [workspace, kind, superviseeRef, children.length, allocations.length],
  );
}
