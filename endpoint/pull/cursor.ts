import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import type { Asker } from '../asker.ts';

const Inside = z.object({ person: z.string(), epoch: z.string(), scope: z.string(), seq: z.int() });

export type ReadCursor =
  | { readonly outcome: 'read'; readonly seq: number }
  | { readonly outcome: 'resync_required' }
  | { readonly outcome: 'scope_changed' };

/** Opaque to the device, and in an address: the person is in it as a MAC of theirs, never by reference. */
export function makeCursor({ person, meta }: Asker, scope: string, seq: number): string {
  const inside = { person: mac(meta.macKey, person), epoch: meta.epoch, scope, seq };
  const text = Buffer.from(JSON.stringify(inside)).toString('base64url');
  return `${text}.${mac(meta.macKey, text)}`;
}

/** SRV11, SRV12: ours, this person's, of this epoch, and of what they may see today. */
export function readCursor(cursor: string, { person, meta }: Asker, scope: string): ReadCursor {
  const [text = '', signed = ''] = cursor.split('.');
  if (!isEqual(signed, mac(meta.macKey, text))) return { outcome: 'resync_required' };
  const inside = Inside.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  const isOurs = inside.person === mac(meta.macKey, person) && inside.epoch === meta.epoch;
  if (!isOurs) return { outcome: 'resync_required' };
  return inside.scope === scope
    ? { outcome: 'read', seq: inside.seq }
    : { outcome: 'scope_changed' };
}

const mac = (key: string, text: string) =>
  createHmac('sha256', Buffer.from(key, 'base64url')).update(text).digest('base64url');

function isEqual(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}
