import type { AgendaDepth } from '#domain/agenda/agenda.ts';
import type { CaseOnPlan } from '#domain/agenda/agenda-suggested.ts';
import { offersDepths } from '#domain/policies/policy-profile.ts';
import { profileOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { RadiosField } from '#ui/radios-field.tsx';
import { depthLabels } from './agenda-words.ts';
import { WhyInDepth } from './why-in-depth.tsx';

interface DepthCellProps {
  readonly name: string;
  readonly rowId: string;
  readonly depth: AgendaDepth;
  /** Undefined where the policy has one depth only. */
  readonly onPlan: CaseOnPlan | undefined;
  readonly onChoose: (depth: AgendaDepth) => void;
}

export function DepthCell({ name, rowId, depth, onPlan, onChoose }: DepthCellProps) {
  const depths = offersDepths(profileOf(useWorkspace()));
  const options = (['brief', 'inDepth'] as const)
    .filter((value) => depths.includes(value))
    .map((value) => ({ value, label: depthLabels[value] }));
  return (
    <>
      <RadiosField
        // By the child and not by the place: radios that changed their group while moving lose their choice.
        name={`depth.${rowId}`}
        legend={`Depth for ${name}`}
        legendHidden
        inline
        small
        options={options}
        value={depth}
        onChange={({ currentTarget }) => onChoose(currentTarget.value as AgendaDepth)} // one of the options
      />
      {onPlan && <WhyInDepth name={name} onPlan={onPlan} />}
    </>
  );
}
