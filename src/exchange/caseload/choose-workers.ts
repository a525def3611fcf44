import { plainKey } from './field-reader.ts';
import type { Fault, ImportedCaseload, ImportedChild } from './imported-caseload.ts';

export interface WorkerChoice {
  readonly ref: string;
  readonly name: string;
  readonly role: string;
  /** Children with an open allocation to this worker. */
  readonly children: number;
}

export interface TeamChoice {
  /** '' for staff whose team the file does not say. */
  readonly ref: string;
  readonly name: string;
  /** Everyone in the team, also those with no children yet: they have a clock of their own. */
  readonly workers: readonly WorkerChoice[];
  /** Each child once, however many workers it has. */
  readonly children: number;
}

export interface Choices {
  readonly teams: readonly TeamChoice[];
  /** Open children whom no worker has. */
  readonly withoutWorker: number;
}

const byName = <T extends { readonly name: string }>(list: readonly T[]) =>
  list.toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));

/** The teams and workers of a file with their open children, for "choose the workers I supervise". */
export function choicesIn(caseload: ImportedCaseload): Choices {
  const open = caseload.children.filter(({ closedOn }) => closedOn === '');
  const ofWorker = new Map<string, number>();
  for (const { allocations } of open)
    for (const { staffRef } of allocations)
      ofWorker.set(staffRef, (ofWorker.get(staffRef) ?? 0) + 1);
  const teamRefs = [...caseload.teams.map(({ ref }) => ref), ''];
  const teams = teamRefs.map((ref): TeamChoice => {
    const members = caseload.staff.filter(({ teamRef }) => teamRef === ref);
    const refs = new Set(members.map((member) => member.ref));
    return {
      ref,
      name: caseload.teams.find((team) => team.ref === ref)?.name ?? '',
      workers: byName(
        members.map((member) => ({
          ref: member.ref,
          name: member.name,
          role: member.role,
          children: ofWorker.get(member.ref) ?? 0,
        })),
      ),
      children: open.filter((child) => child.allocations.some(({ staffRef }) => refs.has(staffRef)))
        .length,
    };
  });
  return {
    teams: byName(teams.filter(({ workers }) => workers.length > 0)),
    withoutWorker: open.filter(({ allocations }) => allocations.length === 0).length,
  };
}

export interface Chosen {
  readonly staffRefs: readonly string[];
  /** Also open children whom no worker has. */
  readonly withoutWorker: boolean;
  /** References and aliases of everyone on this list: a child who moved to another worker is not lost. */
  readonly listed: readonly string[];
}

/** Only the chosen workers' children, and what belongs to them. The rest is dropped here, unwritten. */
export function restrictToWorkers(caseload: ImportedCaseload, chosen: Chosen): ImportedCaseload {
  const staffRefs = new Set(chosen.staffRefs);
  const listed = new Set(chosen.listed);
  const isMine = ({ ref, allocations, closedOn }: ImportedChild) =>
    listed.has(ref) ||
    allocations.some(({ staffRef }) => staffRefs.has(staffRef)) ||
    (chosen.withoutWorker && allocations.length === 0 && closedOn === '');
  const children = caseload.children.filter(isMine);
  const childRefs = new Set(children.map(({ ref }) => ref));
  const named = new Set(children.flatMap(({ allocations }) => allocations.map((a) => a.staffRef)));
  const staff = caseload.staff.filter(({ ref }) => staffRefs.has(ref) || named.has(ref));
  const teamRefs = new Set([
    ...staff.map(({ teamRef }) => teamRef),
    ...children.flatMap(({ allocations }) => allocations.map(({ teamRef }) => teamRef)),
  ]);
  const known = new Set(caseload.staff.map(({ ref }) => plainKey(ref)));
  const mine = new Set(staff.map(({ ref }) => plainKey(ref)));
  /** A row stays listed unless it is plainly another worker's. */
  const staysListed = ({ kept, childRef, staffRef }: Fault) => {
    const worker = plainKey(staffRef);
    const isAnothers = staffRef !== '' && known.has(worker) && !mine.has(worker);
    return kept ? (childRef === '' ? !isAnothers : childRefs.has(childRef)) : !isAnothers;
  };
  return {
    ...caseload,
    children,
    staff,
    teams: caseload.teams.filter(({ ref }) => teamRefs.has(ref)),
    faults: caseload.faults.filter(staysListed),
  };
}
