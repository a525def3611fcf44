import { type Argon2Params, deriveFromPassphrase } from './argon2.ts';

addEventListener('message', (event: MessageEvent<{ passphrase: string; params: Argon2Params }>) => {
  const { passphrase, params } = event.data;
  deriveFromPassphrase(passphrase, params).then(
    (bytes) => postMessage({ bytes }),
    (error: unknown) => postMessage({ error: String(error) }),
  );
});
