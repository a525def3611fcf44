import type { Place } from '#domain/keys/places.ts';

type Row = readonly [label: string, href: string, also: string];

const forBoth: readonly Row[] = [
  ['Home', '/', 'overdue due next who'],
  ['Sessions', '/sessions', 'plan start agenda group'],
  ['My list', '/children', 'children cases caseload open'],
  ['Actions', '/actions', 'overdue done carry who by when'],
  ['Back up', '/backup', 'backup export restore'],
  ['Export', '/export', 'save zip word docx csv json data files'],
  ['Planned sessions for a calendar', '/export/calendar', 'ics outlook export'],
  ['Access request pack', '/access', 'subject access sar request records about export'],
  ['Read in an export', '/export/open', 'import json data'],
  ['Files to give and to open', '/handover', 'hand-over export share send'],
  ['Sync', '/sync', 'send fetch endpoint connect two versions waiting'],
  ['Settings', '/settings', 'lock case system'],
  ['Settings: keyboard', '/settings', 'shortcuts keys off'],
  ['Keeping and removing', '/keeping', 'retention period delete remove legal hold'],
  ['Change the passphrase', '/settings/passphrase', ''],
  ['Policy', '/policy', 'intervals rules dates deadlines'],
  ['Blank forms to print', '/print/blank', 'paper appendix agreement notes'],
  ['Help', '/help', ''],
  ['Keyboard shortcuts', '/help', 'keys'],
];

const forSupervisors: readonly Row[] = [
  ['To record', '/records', 'export record copy print mosaic lcs'],
  ['To the supervision file', '/supervision-file', 'place on file staff print pdf'],
  ['Record a decision', '/entries/new', 'management oversight allocation'],
  ['Add a child', '/children/add', 'new'],
  ['Paste rows from a spreadsheet', '/children/paste', 'caseload import'],
  ['Bring in a caseload file', '/children/import', 'import extract csv xlsx excel zip'],
  ['Bring in old records', '/brought-in', 'word notes paste before history'],
  ['When children were last discussed', '/children/last-discussed', 'overdue'],
  ['Monitoring', '/monitoring', 'figures compliance audit quality appendix 5'],
  ['Plan a group', '/groups/plan', 'supervision'],
  ['Write up a session held on paper', '/write-up', 'late entry earlier day'],
  ['Hand over a supervisee', '/handover', 'another supervisor leave change'],
  ['Somebody covers for you', '/handover/cover', 'cover away leave sick'],
  ['Record a live supervision', '/observations/new', 'observation direct practice observe'],
  [
    'Record an observation of supervision',
    '/observations/new/observationOfSupervision',
    'live observe manager',
  ],
];

const forPractitioners: readonly Row[] = [
  ['Prepare', '/prepare', 'preparation part a agenda'],
  ['Your entitlement to supervision', '/entitlement/new', 'route not happening dispute three-way'],
];

/** The pages, by the words that people look for them with. */
export const pagesFor = (isSupervised: boolean, supervises: boolean): readonly Place[] =>
  [
    ...(isSupervised ? forPractitioners : []),
    ...(supervises ? forSupervisors : []),
    ...forBoth,
  ].map(([label, href, also]) => ({
    id: `page-${label}`,
    label,
    what: 'Page',
    also,
    href,
  }));
