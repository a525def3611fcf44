import { useEffect } from 'react';
import { closeSitting } from '#storage/signing/sitting.ts';
import { useWorkspace } from '#storage/use-workspace.ts';

/**
 * Design section 5: what leaves in bulk or from the staff file asks each time. A sitting that was opened for
 * something else does not count, nor for a second copy, nor is one left behind.
 */
export function useAskEachTime(each: boolean): void {
  const workspace = useWorkspace();
  useEffect(() => {
    if (!each) return;
    const close = () => closeSitting(workspace);
    close();
    window.addEventListener('afterprint', close);
    return () => {
      window.removeEventListener('afterprint', close);
      close();
    };
  }, [workspace, each]);
}
