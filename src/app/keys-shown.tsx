import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { ShortcutList } from '#ui/shortcut-list.tsx';

/** The keys, over the page: the caret stays where it is. Help has the same list. */
export function KeysShown({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog open title="Keyboard shortcuts" onClose={onClose}>
      <ShortcutList />
      <Button onClick={onClose}>Close</Button>
    </Dialog>
  );
}
