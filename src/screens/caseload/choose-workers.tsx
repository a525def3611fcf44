import { useMemo, useState } from 'react';
import { countOf } from '#domain/count-words.ts';
import { choicesIn } from '#exchange/caseload/choose-workers.ts';
import type { ImportedCaseload } from '#exchange/caseload/imported-caseload.ts';
import { staffFinder } from '#exchange/caseload/match-staff.ts';
import { practitioners } from '#storage/caseload/caseload-reads.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { CheckboxesField, CheckboxField } from '#ui/checkbox-field.tsx';
import { Details } from '#ui/details.tsx';
import { Form } from '#ui/form.tsx';
import { WarningText } from '#ui/warning-text.tsx';

interface ChooseWorkersProps {
  readonly caseload: ImportedCaseload;
  readonly onDone: (workers: readonly string[], withoutWorker: boolean) => void;
}

/** Only these workers' children are kept. Everyone else's go no further than this page. */
export function ChooseWorkers({ caseload, onDone }: ChooseWorkersProps) {
  const workspace = useWorkspace();
  const { teams, withoutWorker } = useMemo(() => choicesIn(caseload), [caseload]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => {
    const mine = practitioners(workspace);
    const find = staffFinder(mine, caseload.staff);
    return new Set(caseload.staff.filter(({ ref }) => find(ref)).map(({ ref }) => ref));
  });
  const [withNobody, setWithNobody] = useState(false);
  const toggle = (ref: string, isTicked: boolean) => {
    const next = new Set(chosen);
    if (isTicked) next.add(ref);
    else next.delete(ref);
    setChosen(next);
  };
  return (
    <Form
      id="workers"
      onSubmit={(event) => {
        event.preventDefault();
        onDone([...chosen], withNobody);
      }}
    >
      <p className="govuk-body">
        {countOf(teams.length, 'team')}, {countOf(caseload.children.length, 'open case')} in the
        file. Choose the workers you supervise.
      </p>
      {teams.map((team) => (
        <Details
          key={team.ref}
          summary={`${team.name || 'No team named'}: ${countOf(team.workers.length, 'worker')}, ${countOf(team.children, 'open case')}`}
          open={teams.length === 1 || team.workers.some(({ ref }) => chosen.has(ref))}
        >
          <CheckboxesField
            name={`team-${team.ref}`}
            id={`team-${team.ref}`}
            legend={team.name || 'No team named'}
            legendHidden
            small
            options={team.workers.map(({ ref, name, role, children }) => ({
              value: ref,
              label: `${name || ref}${role ? `, ${role}` : ''}: ${countOf(children, 'open case')}`,
            }))}
            defaultValue={team.workers.map(({ ref }) => ref).filter((ref) => chosen.has(ref))}
            onChange={(event) => toggle(event.currentTarget.value, event.currentTarget.checked)}
          />
        </Details>
      ))}
      {withoutWorker > 0 && (
        <CheckboxField
          name="withoutWorker"
          small
          label={`Also ${countOf(withoutWorker, 'open case')} that no worker has`}
          checked={withNobody}
          onChange={(event) => setWithNobody(event.currentTarget.checked)}
        />
      )}
      {chosen.size === 0 && !withNobody && (
        <WarningText>Choose at least one worker to go on.</WarningText>
      )}
      <Button type="submit" disabled={chosen.size === 0 && !withNobody}>
        See what changes
      </Button>
    </Form>
  );
}
