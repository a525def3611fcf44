import { createContext, useContext } from 'react';
import type { CollectionName } from '#domain/collections.ts';
import type { SentState } from '#domain/versions/sync-words.ts';

/**
 * A record that a person has to look at. `clash` and `refused` are not sent until then; `beside` is finished,
 * and a text of another device is not in it (SENT11).
 */
export interface NeedsPerson {
  readonly id: string;
  readonly collection: CollectionName | undefined;
  readonly state: 'clash' | 'refused' | 'beside';
  readonly refusedFor: string;
  /** What was not taken, where the record says something else by now. */
  readonly text: string;
  /** When it was sent or kept, by this device’s clock; left out where it is not known. */
  readonly at?: string;
}

/** What the endpoint keeps of a record beside the text that counts, or why that is not known. */
export type KeptThere =
  | { readonly outcome: 'read'; readonly texts: readonly KeptText[] }
  | { readonly outcome: 'offline' | 'signedOut' | 'later' | 'notThere' };

export interface KeptText {
  /** A stored body, to the letter. */
  readonly text: string;
  /** When the endpoint took it. */
  readonly at: string;
}

export interface SyncNow extends SentState {
  /** '' where this copy of Footprint was built without an endpoint. */
  readonly origin: string;
  readonly connected: boolean;
  /** The council's own sign-in, in this tab; 'none' where this copy was built without one. */
  readonly signIn: 'none' | 'out' | 'in';
  readonly running: boolean;
  /** The name of whoever is signed in, where it is somebody else than these records are of. */
  readonly otherPerson: string;
  /** Of records that the endpoint says were removed. */
  readonly removal: { readonly count: number; readonly of: number } | undefined;
  readonly notices: readonly { readonly at: string; readonly text: string }[];
  readonly needsPerson: readonly NeedsPerson[];
}

/** What the sync page does; handed down by app/, so that no screen knows the network. */
export interface SyncCommands {
  /** One line, for every page. */
  readonly words: string;
  readonly now: SyncNow;
  /** With a token that was pasted. What came of it is in `now`. */
  connect(token: string): Promise<void>;
  /** With the council's sign-in. Where nobody is signed in it locks, as the way there leaves the page. */
  signIn(): Promise<void>;
  disconnect(): Promise<void>;
  syncNow(mayRemoveMany?: boolean): Promise<void>;
  tryAgain(id: string): Promise<void>;
  letRest(record: NeedsPerson): Promise<void>;
  /** SENT9: asked for when a person looks, and kept nowhere. */
  keptThere(id: string): Promise<KeptThere>;
  dismissNotices(): Promise<void>;
}

/** Undefined until it is loaded, which is after Home. */
export const SyncContext = createContext<SyncCommands | undefined>(undefined);

export const useSync = (): SyncCommands | undefined => useContext(SyncContext);
