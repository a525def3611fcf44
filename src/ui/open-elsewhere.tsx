import { Button } from './button.tsx';
import { InsetText } from './inset-text.tsx';

/** The same record in a second tab: to read, until it is taken over. */
export function OpenElsewhere({ onTakeOver }: { readonly onTakeOver: () => void }) {
  return (
    <InsetText>
      This is open in another tab of Footprint, so here it can only be read.{' '}
      <Button variant="link" onClick={onTakeOver}>
        Take over here
      </Button>
    </InsetText>
  );
}
