import { useEffect, useState } from 'react';
import { listPasskeys, type Passkey } from '#storage/keys/ways-in.ts';
import { signingLevel } from '#storage/signing/sign-records.ts';
import { useWorkspace } from '#storage/use-workspace.ts';

interface SigningWays {
  /** Without a passkey: of the key of this device, or of a typed name. */
  readonly level: 0 | 1;
  /** Those that can sign. */
  readonly passkeys: readonly Passkey[];
  /** There is one, and none of them can sign: added before its public key was kept. */
  readonly isTooOld: boolean;
}

/** How this person can sign on this device; undefined until it is known. */
export function useSigningWays(): SigningWays | undefined {
  const workspace = useWorkspace();
  const [ways, setWays] = useState<SigningWays>();
  useEffect(() => {
    let isShown = true;
    async function look() {
      const level = await signingLevel(workspace);
      if (!isShown) return;
      const all = 'PublicKeyCredential' in window ? await listPasskeys(workspace) : [];
      const passkeys = all.filter(({ signs }) => signs);
      if (isShown) setWays({ level, passkeys, isTooOld: all.length > 0 && passkeys.length === 0 });
    }
    void look();
    return () => {
      isShown = false;
    };
  }, [workspace]);
  return ways;
}
