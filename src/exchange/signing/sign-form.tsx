import { useRef, useState } from 'react';
import { formatDate } from '#domain/dates/calendar-date.ts';
import { statementOf } from '#domain/signing/signing.ts';
import type { SigningRole } from '#domain/signing/signing-roles.ts';
import { SittingGate } from '#exchange/sitting/sitting-gate.tsx';
import type { Passkey } from '#storage/keys/ways-in.ts';
import { myName } from '#storage/settings.ts';
import { signRecords } from '#storage/signing/sign-records.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { Details } from '#ui/details.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { Link } from '#ui/link.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { type Agreed, SignFields } from './sign-fields.tsx';
import { SignatureWorth } from './signature-worth.tsx';
import { useSigningWays } from './use-signing-ways.ts';

interface SignFormProps {
  /** Of the form: where a page has several. */
  readonly id?: string;
  /** What is signed: these and nothing that is finalised meanwhile. */
  readonly recordIds: readonly string[];
  readonly role: SigningRole;
  /** "2 records", "this correction". */
  readonly what: string;
  /** The children's and the notes: a passkey is touched once for each (SIGN12). */
  readonly files: number;
  readonly onSigned: () => void;
}

/** One tick, one button, for all that is not signed yet: by a passkey, or by the passphrase. */
export function SignForm(props: SignFormProps) {
  const { id = 'sign', recordIds, role, what, files, onSigned } = props;
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const ways = useSigningWays();
  // Kept here: the form behind the gate goes when the time of the sitting is up.
  const [typed, setTyped] = useState<Agreed>({ agrees: false, name: '' });
  const [asked, setAsked] = useState({ byPasskey: 0, byPassphrase: 0 });
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const signing = useRef(false);
  // With several passkeys each has a button of its own: which one signs is a part of what is signed.
  const chosen = useRef<Passkey>(undefined);

  async function sign(passkey: Passkey | undefined) {
    if (signing.current) return;
    signing.current = true;
    setBusy(true);
    setProblem('');
    const question = { recordIds, typedName: typed.name };
    const signed = await signRecords(
      workspace,
      passkey ? { ...question, passkeyId: passkey.id } : question,
    ).finally(() => {
      signing.current = false;
      setBusy(false);
    });
    if (signed.outcome === 'none') {
      setProblem(signed.reason);
      return announce(signed.reason);
    }
    if (signed.outcome === 'closed') return announce('Not signed. Enter your passphrase first.');
    announce(signed.outcome === 'signed' ? `${capital(what)} signed` : 'Signed already');
    onSigned();
  }

  // Not before it is known what is asked for.
  if (!ways) return null;
  const { level, passkeys, isTooOld } = ways;
  const statement = statementOf(role);
  const name = myName(workspace);
  const byPassphrase = (
    <SittingGate
      id={`${id}-sitting`}
      what={`sign ${what}`}
      onOpen={() => document.getElementById(`${id}-agrees`)?.focus()}
    >
      <SignFields
        id={id}
        signedAs={level === 0 ? undefined : name}
        {...{ statement, typed }}
        asked={asked.byPassphrase}
        onTyped={setTyped}
        onSign={(isComplete) => {
          setAsked((before) => ({ ...before, byPassphrase: before.byPassphrase + 1 }));
          if (isComplete) void sign(undefined);
        }}
      >
        <Button type="submit" disabled={busy}>
          Sign {what}
        </Button>
      </SignFields>
    </SittingGate>
  );
  return (
    <>
      <SignatureWorth levels={passkeys.length > 0 ? [2, level] : [level]} />
      {isTooOld && (
        <p className="govuk-body">
          Your passkey was added before it could sign. Add the passkey again to sign with it:{' '}
          <Link href="/settings/ways-in">ways in</Link>
        </p>
      )}
      {passkeys.length === 0 && byPassphrase}
      {passkeys.length > 0 && (
        <>
          {problem && <InsetText>{problem}.</InsetText>}
          <SignFields
            id={`${id}-passkey`}
            signedAs={name}
            {...{ statement, typed }}
            asked={asked.byPasskey}
            onTyped={setTyped}
            onSign={(isComplete) => {
              setAsked((before) => ({ ...before, byPasskey: before.byPasskey + 1 }));
              if (isComplete) void sign(chosen.current ?? passkeys[0]);
            }}
          >
            {files > 1 && (
              <p className="govuk-hint">
                Your passkey is asked twice: for the supervision file and for the children’s files,
                which never share a signature.
              </p>
            )}
            <PasskeyButtons
              passkeys={passkeys}
              busy={busy}
              onChosen={(passkey) => {
                chosen.current = passkey;
              }}
            />
          </SignFields>
          <Details summary="Sign with your passphrase instead">{byPassphrase}</Details>
        </>
      )}
    </>
  );
}

interface PasskeyButtonsProps {
  readonly passkeys: readonly Passkey[];
  readonly busy: boolean;
  readonly onChosen: (passkey: Passkey) => void;
}

/** Each sends the form; the one that is pressed says by which passkey. */
function PasskeyButtons({ passkeys, busy, onChosen }: PasskeyButtonsProps) {
  return (
    <ButtonGroup>
      {passkeys.map((passkey) => (
        <Button key={passkey.id} type="submit" disabled={busy} onClick={() => onChosen(passkey)}>
          Sign with your passkey
          {passkeys.length > 1 && `: ${keptWords[passkey.kept]}, ${formatDate(passkey.addedOn)}`}
        </Button>
      ))}
    </ButtonGroup>
  );
}

const keptWords: Readonly<Record<Passkey['kept'], string>> = {
  thisDevice: 'on this device',
  copied: 'in a password manager',
  securityKey: 'on a security key',
};

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
