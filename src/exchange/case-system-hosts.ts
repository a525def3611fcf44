import { readHosts } from '#domain/recording/case-system-link.ts';

/** The hosts that a link to a child may open, as whoever built this copy set them (CASE_SYSTEM_HOSTS). */
export function caseSystemHosts(): readonly string[] {
  const listed = document.querySelector<HTMLMetaElement>('meta[name="case-system-hosts"]');
  return readHosts(listed?.content ?? '');
}
