import * as z from 'zod/mini';
import { StaffRef } from '#domain/ids.ts';
import { flag, listOf, typed } from './typed.ts';

/** Where finished records go, as it is said on screen: "Recorded in Mosaic". */
export const caseSystems = [
  { value: 'Mosaic', label: 'Mosaic' },
  { value: 'LCS', label: 'Liquidlogic LCS' },
  { value: 'the case system', label: 'Another case system' },
] as const;

/** Where the work is done: in a school one policy says who supervises (003:57). */
export const workSettings = [
  { value: 'socialCare', label: 'Social care team' },
  { value: 'school', label: 'School' },
] as const;
export type WorkSetting = (typeof workSettings)[number]['value'];

/** One person's own settings. `me` is who every record made here is by. */
export const Settings = z.looseObject({
  me: StaffRef,
  profileId: z.string(),
  caseSystem: z._default(z.string(), 'LCS'),
  /** Where a child is found in it, as typed, with `{reference}` in the child's place (LINK1). */
  caseSystemAddress: typed,
  lockAfterMinutes: z._default(z.number(), 15),
  /** The example caseload: SYNTHETIC on every page, takes no import. */
  synthetic: flag,
  /** Footprint's own keys. Off, nothing but the browser's own works. */
  shortcuts: z._default(z.boolean(), true),
  startedOn: typed,
  lastBackupAt: typed,
  organisation: typed,
  workSetting: z._default(z.enum(['socialCare', 'school']), 'socialCare'),
  /** In a school: the name of the senior designated officer for child protection, as typed. */
  designatedOfficer: typed,
  /** Who supervises me, where a file of theirs set this device up: of several, whom I am working with now. */
  supervisorRef: typed,
  /** Whoever else supervises me (SUPV5). */
  alsoSupervisedBy: listOf(z.string()),
  /** Days that a supervisee who was handed over can still be read here, as typed; '' is until removed. */
  keepHandedOverDays: typed,
  /** References that other devices know me by. */
  alsoMe: listOf(z.string()),
});
export type Settings = z.infer<typeof Settings>;

/** Minutes: settable 5 to 60, 45 while a session is open (design section 5). */
export const lockChoices = [5, 10, 15, 30, 45, 60] as const;
export const sessionLockMinutes = 45;
