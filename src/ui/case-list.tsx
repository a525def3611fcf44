import { useId } from 'react';
import { Link } from './link.tsx';
import { Tag, type TagTone } from './tag.tsx';

export interface CaseListItem {
  readonly id: string;
  readonly label: string;
  readonly status: string;
  /** Left out for what is done: plain text, so that what is not done stands out. */
  readonly tone?: TagTone | undefined;
  readonly current?: boolean;
  readonly detail?: string | undefined;
  readonly href?: string | undefined;
  readonly onSelect?: (() => void) | undefined;
}

interface CaseListProps {
  readonly label: string;
  readonly items: readonly CaseListItem[];
}

function Row({ item, statusId }: { readonly item: CaseListItem; readonly statusId: string }) {
  const { label, href, onSelect, current, detail, status, tone } = item;
  const shared = {
    'aria-describedby': statusId,
    ...(current ? { 'aria-current': 'true' as const } : {}),
  };
  return (
    <li>
      {href === undefined ? (
        <button type="button" {...shared} onClick={onSelect}>
          {label}
        </button>
      ) : (
        <Link {...shared} href={href} className="fp-cases__link" onClick={onSelect}>
          {label}
        </Link>
      )}
      <span id={statusId} className="fp-cases__status">
        {tone ? <Tag tone={tone}>{status}</Tag> : status}
      </span>
      {detail && <span className="fp-cases__detail">{detail}</span>}
    </li>
  );
}

/** Every open case, as rows to go to. */
export function CaseList({ label, items }: CaseListProps) {
  const prefix = useId();
  return (
    <nav className="fp-cases" aria-label={label}>
      <ul>
        {items.map((item) => (
          <Row key={item.id} item={item} statusId={`${prefix}${item.id}`} />
        ))}
      </ul>
    </nav>
  );
}
