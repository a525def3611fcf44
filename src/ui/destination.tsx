import { Tag } from './tag.tsx';

type DestinationProps =
  | { readonly file: 'child' | 'preparation'; readonly name: string }
  | { readonly file: 'staff' | 'working' };

/** Where the text of a section ends up, said while it is typed. */
export function Destination(props: DestinationProps) {
  if (props.file === 'child') return <Tag tone="green">Goes on {props.name}’s record</Tag>;
  if (props.file === 'preparation') {
    return (
      <>
        <Tag tone="yellow">Preparation</Tag> The supervisor sees it once shared. The supervisor
        decides what goes on {props.name}’s record.
      </>
    );
  }
  if (props.file === 'staff') return <Tag tone="purple">Stays on the supervision file</Tag>;
  return <Tag tone="grey">Working notes: on no child’s record</Tag>;
}
