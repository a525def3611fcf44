import { type MouseEvent, useEffect, useRef } from 'react';
import { useWatch } from 'react-hook-form';
import { childLabel } from '#domain/caseload/child-label.ts';
import type { ChildRef } from '#domain/ids.ts';
import { moveWorry, placeWorry, rankWords, removeWorry } from '#domain/preparation/worries.ts';
import { MAX_WORRIES, type Worry } from '#domain/records/preparation.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { Destination } from '#ui/destination.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { usePrepareForms } from './prepare-forms.ts';

/** The greatest worries in their order: by button, or by position. */
export function WorriesList() {
  const workspace = useWorkspace();
  const { control, setValue } = usePrepareForms().preparation;
  const worries: readonly Worry[] = useWatch({ control, name: 'worries' });
  const announce = useAnnounce();
  const heading = useRef<HTMLHeadingElement>(null);
  const nameOf = (ref: ChildRef) => {
    const child = findChild(workspace, ref)?.body;
    return child ? childLabel(child) : 'No name held';
  };
  const put = (next: readonly Worry[]) => setValue('worries', [...next]);

  function reorder(ref: ChildRef, next: readonly Worry[]) {
    put(next);
    announce(`${nameOf(ref)}: ${rankWords(next, ref)}`);
  }
  function remove(ref: ChildRef) {
    put(removeWorry(worries, ref));
    announce(`${nameOf(ref)} is not one of your greatest worries`);
    heading.current?.focus(); // its button is gone
  }
  return (
    <section>
      <h2 className="govuk-heading-m" tabIndex={-1} ref={heading}>
        My greatest worries
      </h2>
      <p className="govuk-body">
        <Destination file="working" />
      </p>
      {worries.length === 0 && (
        <p className="govuk-body">None chosen. Choose at most {MAX_WORRIES} on a child’s page.</p>
      )}
      {worries.map(({ childRef }, at) => (
        <WorryRow
          key={childRef}
          name={nameOf(childRef)}
          rank={at + 1}
          of={worries.length}
          onMove={(by) => reorder(childRef, moveWorry(worries, childRef, by))}
          onPlace={(rank) => reorder(childRef, placeWorry(worries, childRef, rank))}
          onRemove={() => remove(childRef)}
        />
      ))}
    </section>
  );
}

interface WorryRowProps {
  readonly name: string;
  readonly rank: number;
  readonly of: number;
  readonly onMove: (by: 1 | -1) => void;
  readonly onPlace: (rank: number) => void;
  readonly onRemove: () => void;
}

function WorryRow({ name, rank, of, onMove, onPlace, onRemove }: WorryRowProps) {
  const up = useRef<HTMLButtonElement>(null);
  const down = useRef<HTMLButtonElement>(null);
  const used = useRef<HTMLElement>(undefined);
  // A row that moves in the page loses the focus, and so does a button that goes off.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the row is in its new place
  useEffect(() => {
    const isOff = used.current instanceof HTMLButtonElement && used.current.disabled;
    const other = used.current === up.current ? down.current : up.current;
    (isOff ? other : used.current)?.focus();
    used.current = undefined;
  }, [rank]);

  const move = (by: 1 | -1) => (event: MouseEvent<HTMLButtonElement>) => {
    used.current = event.currentTarget;
    onMove(by);
  };
  const positions = Array.from({ length: of }, (_, at) => String(at + 1));
  return (
    <div className="fp-repeat">
      <p className="govuk-body">
        <strong>
          {rank} of {of}: {name}
        </strong>
      </p>
      {of > 1 && (
        <SelectField
          name={`position-${rank}`}
          label={`Position of ${name}`}
          options={positions.map((value) => ({ value, label: value }))}
          value={String(rank)}
          onChange={({ currentTarget }) => {
            used.current = currentTarget;
            onPlace(Number(currentTarget.value));
          }}
        />
      )}
      <ButtonGroup>
        {of > 1 && (
          <>
            <Button variant="secondary" ref={up} disabled={rank === 1} onClick={move(-1)}>
              Move up <span className="govuk-visually-hidden">{name}</span>
            </Button>
            <Button variant="secondary" ref={down} disabled={rank === of} onClick={move(1)}>
              Move down <span className="govuk-visually-hidden">{name}</span>
            </Button>
          </>
        )}
        <Button variant="link" onClick={onRemove}>
          Remove <span className="govuk-visually-hidden">{name} from my greatest worries</span>
        </Button>
      </ButtonGroup>
    </div>
  );
}
