import { deriveFromPassphrase } from './argon2.ts';
import type { Argon2Params } from './argon2-params.ts';

addEventListener('message', (event: MessageEvent<{ passphrase: string; params: Argon2Params }>) => {
  const { passphrase, params } = event.data;
  deriveFromPassphrase(passphrase, params).then(
    (bytes) => postMessage({ bytes }),
    (error: unknown) => postMessage({ error: String(error) }),
  );
});
