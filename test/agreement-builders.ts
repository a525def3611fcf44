import { sharedTextOf } from '#domain/agreement/agreement-text.ts';
import { Agreement } from '#domain/records/agreement.ts';
import { AgreementResponse } from '#domain/records/response.ts';

type Loose<T> = { [K in keyof T]?: unknown };

/** Everything the two of them need before they sign. */
export const agreedTexts = {
  organisation: 'Islington',
  superviseeRole: 'Social worker',
  supervisorRole: 'Practice supervisor',
  stage: 'default',
  purpose: 'To reflect on the work.',
  frequency: 'Every calendar month',
  commencementDate: '1 December 2026',
  durationMinutes: '180',
  location: 'Room 4',
  privacyOk: true,
  cancellationRule: 'Only for an exceptional reason.',
  agendaSetting: 'Both bring what they want.',
  preparation: 'Both read the notes.',
  recordingAndAccess: 'Within 5 working days.',
  entitlement: 'Every month.',
  disputeThirdPerson: 'Head of service',
  statements: ['clearRecords'],
} as const;

export const anAgreement = (over: Loose<Agreement> = {}): Agreement =>
  Agreement.parse({
    id: 'g1',
    superviseeRef: 'S1',
    supervisorRef: 'me',
    profileId: 'islington-001',
    createdAt: '2026-11-20T10:00:00.000Z',
    createdBy: 'me',
    ...agreedTexts,
    ...over,
  });

export const anAgreementResponse = (over: Loose<AgreementResponse> = {}): AgreementResponse =>
  AgreementResponse.parse({
    kind: 'agreement',
    id: 'r1',
    agreementId: 'g1',
    superviseeRef: 'S1',
    supervisorRef: 'me',
    createdAt: '2026-11-20T10:00:00.000Z',
    createdBy: 'S1',
    statements: ['prepare'],
    ...over,
  });

/** Signed by the supervisor at that moment, the text as it is. */
export const supervisorSigned = (agreement: Agreement, at: string): Agreement => ({
  ...agreement,
  supervisorSignedBy: 'Sam Lee',
  supervisorSignedAt: at,
  supervisorSignedText: sharedTextOf(agreement) ?? '',
});

/** The practitioner's signature under that text. */
export const practitionerSigned = (agreement: Agreement, at: string): AgreementResponse =>
  anAgreementResponse({
    agreementId: agreement.id,
    signedBy: 'Priya Shah',
    signedAt: at,
    signedText: sharedTextOf(agreement) ?? '',
  });
