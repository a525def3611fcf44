import type { GroupSession } from '#domain/records/group.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Link } from '#ui/link.tsx';
import { itemsOf, notReached } from './group-items.ts';

/** On the table and not discussed. They stay due, and what was written is kept. */
export function NotReached({ group }: { readonly group: GroupSession }) {
  const workspace = useWorkspace();
  const left = notReached(itemsOf(workspace, group));
  if (left.length === 0) return null;
  const reasons = new Map(group.notReached.map(({ familyKey, reason }) => [familyKey, reason]));
  return (
    <>
      <h2 className="govuk-heading-m">Not reached</h2>
      <p className="govuk-body">
        Anything written is kept. If a family was discussed, open it and mark it as discussed.
      </p>
      <ul className="govuk-list">
        {left.map(({ id, label, discussion }) => {
          const reason = reasons.get(discussion.familyKey);
          return (
            <li key={id}>
              <Link href={`/groups/${group.id}/session/${id}`}>{label}</Link>
              {reason && `: ${reason}`}
            </li>
          );
        })}
      </ul>
    </>
  );
}
