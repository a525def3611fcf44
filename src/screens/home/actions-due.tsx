import { actionsDueOf } from '#storage/actions/action-list-for.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Link } from '#ui/link.tsx';

/** How many actions are late and how many fall due by Sunday. Nothing where there is neither. */
export function ActionsDue() {
  const workspace = useWorkspace();
  useAll('childActionEvents');
  useAll('staffActionEvents');
  const { overdue, thisWeek } = actionsDueOf(workspace);
  const words = [overdue > 0 && `${overdue} overdue`, thisWeek > 0 && `${thisWeek} this week`];
  const said = words.filter(Boolean).join(', ');
  if (said === '') return null;
  return (
    <p className="govuk-body">
      Actions due: {said}. <Link href="/actions">View actions</Link>
    </p>
  );
}
