import type { ReactNode } from 'react';
import { CouncilSignIn } from './council-sign-in-part.tsx';
import { UpdateNotice } from './update-notice.tsx';

interface NoticesProps {
  /** Where records are open: saves what is. False where it could not be saved: then nothing is replaced. */
  readonly beforeUpdate?: () => Promise<boolean>;
  readonly leave: () => void;
}

/** What stands above a page and belongs to none: a new version, and on the lock screen the council's sign-in. */
export function Notices({ beforeUpdate, leave }: NoticesProps): ReactNode {
  return (
    <>
      <UpdateNotice {...(beforeUpdate ? { beforeUpdate } : {})} leave={leave} />
      {!beforeUpdate && <CouncilSignIn />}
    </>
  );
}
