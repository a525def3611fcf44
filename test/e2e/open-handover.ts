import { createDecipheriv, hkdfSync } from 'node:crypto';
import { argon2id } from 'hash-wasm';

/**
 * The text inside a hand-over file, opened by the written format and by nothing of the app: what the test
 * searches is what anybody with the words could read.
 */
export async function openedText(file: string, words: string): Promise<string> {
  const { format, version, kdf, iv, ct } = JSON.parse(file);
  const stretched = await argon2id({
    password: words,
    salt: Buffer.from(kdf.salt, 'base64'),
    memorySize: kdf.m,
    iterations: kdf.t,
    parallelism: kdf.p,
    hashLength: 32,
    outputType: 'binary',
  });
  const key = hkdfSync('sha256', stretched, Buffer.from(kdf.salt), 'footprint/handover/1', 32);
  const { alg, m, t, p, salt } = kdf;
  const bound = ['footprint', 1, 'handover', format, version, alg, m, t, p, salt, iv];
  const sealed = Buffer.from(ct, 'base64');
  const opener = createDecipheriv('aes-256-gcm', Buffer.from(key), Buffer.from(iv, 'base64'));
  opener.setAAD(Buffer.from(JSON.stringify(bound)));
  opener.setAuthTag(sealed.subarray(-16));
  const opened = Buffer.concat([opener.update(sealed.subarray(0, -16)), opener.final()]);
  return opened.toString('utf8');
}
