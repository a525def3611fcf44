import { countOf } from '#domain/count-words.ts';
import { stayReasons, stayWords } from '#domain/keeping/stay-words.ts';
import type { ReviewList } from '#storage/keeping/keeping-list.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Details } from '#ui/details.tsx';
import { labelOf } from './label-of.ts';

/** What is past its period and cannot go yet: each with the reason (KEEP4, KEEP8). */
export function StayingPart({ staying }: Pick<ReviewList, 'staying'>) {
  const workspace = useWorkspace();
  if (staying.length === 0) return null;
  return (
    <>
      <h3 className="govuk-heading-s">Past their period and not offered</h3>
      {stayReasons.map((reason) => {
        const units = staying.filter(({ stays }) => stays === reason);
        if (units.length === 0) return null;
        return (
          <Details key={reason} summary={`${countOf(units.length, 'item')}: ${stayWords[reason]}`}>
            <ul className="govuk-list govuk-list--bullet">
              {units.map((unit) => (
                <li key={unit.id}>{labelOf(workspace, unit)}</li>
              ))}
            </ul>
          </Details>
        );
      })}
    </>
  );
}
