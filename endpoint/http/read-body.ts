import type * as z from 'zod/mini';
import { MAX_BODY_BYTES } from '#sync/wire/limits.ts';
import { Refused } from './refusal.ts';

/** SRV15: counted as it comes. What a header says of the length is no promise. */
async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES)
    throw new Refused('too_large');
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  for (let bytes = 0; reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > MAX_BODY_BYTES) {
      void reader.cancel().catch(() => undefined); // the device may have hung up, which is as good
      throw new Refused('too_large');
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks).toString();
}

/** The body, of this shape; anything else is refused as a whole, and nothing of it is said back. */
export async function readBody<S extends z.ZodMiniType>(
  request: Request,
  schema: S,
): Promise<z.infer<S>> {
  const text = await readText(request);
  const parsed = schema.safeParse(parseJson(text));
  if (!parsed.success) throw new Refused('malformed');
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused('malformed');
  }
}
