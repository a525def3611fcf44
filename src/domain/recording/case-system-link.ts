import { hasLoneSurrogate } from '#domain/records/child-record.ts';

/** Where the reference goes in the address that a person set. */
const PLACE = '{reference}';
/** Stands in for a reference: no address changes these letters, or holds them by chance. */
const PROBE = 'footprint-stands-here';

export type CaseSystemAddress =
  | { readonly outcome: 'address'; readonly template: string; readonly host: string }
  | { readonly outcome: 'none'; readonly why: string };

export type CaseSystemLink =
  | { readonly outcome: 'link'; readonly href: string }
  | { readonly outcome: 'none'; readonly why: string };

const none = (why: string) => ({ outcome: 'none', why }) as const;

/**
 * LINK1 to LINK4: whether an address set by a person may be gone to. `hosts` is the list that was set when
 * this copy of the app was built; it decides, and not the person.
 */
export function readAddress(typed: string, hosts: readonly string[]): CaseSystemAddress {
  const template = typed.trim();
  if (template === '') return none('No address of the case system is set.');
  if (!template.toLowerCase().startsWith('https://')) {
    return none('The address must begin with https://');
  }
  if (!template.includes(PLACE)) {
    return none(`The address must have ${PLACE} where the child’s reference goes.`);
  }
  if (/[{}]/.test(template.replaceAll(PLACE, ''))) {
    return none(`Only ${PLACE} can be put into the address: nothing else about a child may be.`);
  }
  const url = urlOf(template.replaceAll(PLACE, PROBE));
  if (!url) return none('The address cannot be read. Check it.');
  if (url.username || url.password) return none('The address cannot hold a user name.');
  if (hosts.length === 0) {
    return none(
      'Your IT team has not set which addresses this copy of Footprint may open, so no link is shown.',
    );
  }
  if (!isListed(url, hosts)) {
    return none(
      `${url.host} is not one of the addresses that your IT team allowed for this copy of Footprint, so no link is shown.`,
    );
  }
  return { outcome: 'address', template, host: url.host };
}

/** LINK5, LINK6: the way to one child, with nothing in it but the council's own reference. */
export function caseSystemLink(question: {
  readonly typed: string;
  readonly hosts: readonly string[];
  /** '' where the council's reference is not known. */
  readonly reference: string;
}): CaseSystemLink {
  const { typed, hosts, reference } = question;
  const address = readAddress(typed, hosts);
  if (address.outcome === 'none') return address;
  if (reference.trim() === '') return none('No council reference is held, so there is no link.');
  if (hasLoneSurrogate(reference)) return none('This reference cannot be put into an address.');
  // A quotation mark is the one character that an address changes and this function does not.
  const encoded = encodeURIComponent(reference.trim()).replaceAll("'", '%27');
  const url = urlOf(address.template.replaceAll(PLACE, encoded));
  // A reference of dots would climb out of its place in the address, and open something else.
  const meant = urlOf(address.template.replaceAll(PLACE, PROBE))?.href.replaceAll(PROBE, encoded);
  if (!url || !isListed(url, hosts) || url.href !== meant) {
    return none('This reference cannot be put into an address.');
  }
  return { outcome: 'link', href: url.href };
}

/** The names of hosts as an address writes them: "Mosaic.example:443" is "mosaic.example". */
export function readHosts(list: string): readonly string[] {
  return list
    .split(/[\s,]+/)
    .filter((name) => /^[^/@?#\\]+$/.test(name))
    .flatMap((name) => urlOf(`https://${name}`)?.host ?? []);
}

const isListed = ({ protocol, host }: URL, hosts: readonly string[]) =>
  protocol === 'https:' && hosts.includes(host);

function urlOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch (cause) {
    if (cause instanceof TypeError) return undefined;
    throw cause;
  }
}
