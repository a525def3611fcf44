/** Legal status codes of the SSDA903 return, in words. A code that is not here is shown as it is. */
const codes: Readonly<Record<string, string>> = {
  C1: 'Interim care order',
  C2: 'Full care order',
  D1: 'Freeing order',
  E1: 'Placement order',
  V2: 'Accommodated under section 20',
  V3: 'Agreed series of short breaks',
  V4: 'Single short break',
  L1: 'Police protection',
  L2: 'Emergency protection order',
  L3: 'Child assessment order',
  J1: 'Remanded to accommodation',
  J2: 'Placed in local authority accommodation under PACE',
  J3: 'Sentenced to a supervision order with residence',
};

/** `Interim care order (C1)` */
export function legalStatusWords(code: string): string {
  const words = codes[code.trim().toUpperCase()];
  return words ? `${words} (${code.trim().toUpperCase()})` : code;
}
