import { useCallback, useEffect, useState } from 'react';
import { formatDate } from '#domain/dates/calendar-date.ts';
import { listPasskeys, type Passkey, removePasskey } from '#storage/keys/ways-in.ts';
import { settingsOf } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { NotificationBanner } from '#ui/notification-banner.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { SummaryList, type SummaryRow } from '#ui/summary-list.tsx';
import { AddPasskey, type WaysInCommands } from './add-passkey.tsx';
import { RemovePasskey } from './remove-passkey.tsx';

const keptWords: Record<Passkey['kept'], string> = {
  thisDevice: 'On this device, such as Windows Hello',
  copied: 'In a password manager or account that may copy it to other devices',
  securityKey: 'On a security key',
};

/** What opens these records on this device. Each way in is kept or lost for itself. */
export function WaysIn({ commands }: { readonly commands: WaysInCommands }) {
  const workspace = useWorkspace();
  useAll('settings');
  const [passkeys, setPasskeys] = useState<readonly Passkey[]>([]);
  const [removing, setRemoving] = useState<Passkey>();
  const [done, setDone] = useState({ sentence: '', count: 0 });
  const look = useCallback(() => listPasskeys(workspace).then(setPasskeys), [workspace]);
  useEffect(() => void look(), [look]);

  if (settingsOf(workspace).synthetic) {
    return (
      <Page title="Ways in" width="text" back={<BackLink href="/settings">Settings</BackLink>}>
        <p className="govuk-body">The example caseload is not kept locked: one click opens it.</p>
      </Page>
    );
  }

  async function finish(sentence: string) {
    setRemoving(undefined);
    // Counted, so that the same answer a second time is an answer too.
    setDone(({ count }) => ({ sentence, count: count + 1 }));
    await look();
  }
  const forget = () => setDone(({ count }) => ({ sentence: '', count }));
  function askToRemove(passkey: Passkey) {
    forget();
    setRemoving(passkey);
  }
  function add(passphrase: string) {
    forget();
    return commands.add(passphrase);
  }
  async function remove({ id }: Passkey) {
    const outcome = await removePasskey(workspace, id);
    await finish(
      outcome === 'removed'
        ? 'That passkey no longer opens these records. It may still be listed in Windows or in your password manager: delete it there too.'
        : 'That passkey was kept: two ways in must be left.',
    );
  }
  return (
    <Page
      title="Ways in"
      width="text"
      back={<BackLink href="/settings">Settings</BackLink>}
      above={
        done.sentence && (
          <NotificationBanner key={done.count} kind="success">
            {done.sentence}
          </NotificationBanner>
        )
      }
    >
      <p className="govuk-body">Each of these opens your records on this device by itself.</p>
      <SummaryList
        rows={[
          {
            key: 'Passphrase',
            value: 'Not stored anywhere',
            actions: [{ label: 'Change', about: 'passphrase', href: '/settings/passphrase' }],
          },
          {
            key: 'Recovery key',
            value: 'Printed or saved when these records were started. It opens backups too.',
          },
          ...passkeys.map((passkey, i) => passkeyRow(passkey, i + 1, askToRemove)),
        ]}
      />
      {removing && (
        <RemovePasskey
          key={removing.id}
          number={passkeys.indexOf(removing) + 1}
          onRemove={() => void remove(removing)}
          onKeep={() => setRemoving(undefined)}
        />
      )}
      <AddPasskey
        commands={{ ...commands, add }}
        onAdded={() =>
          finish('Added. You can now unlock with Windows Hello or this passkey on this device.')
        }
      />
    </Page>
  );
}

/** Added before its public key was kept, or by a browser that tells none. */
const cannotSign = '. It opens records and signs none: remove it and add it again to sign with it';

function passkeyRow(
  passkey: Passkey,
  number: number,
  onRemove: (passkey: Passkey) => void,
): SummaryRow {
  return {
    key: `Passkey ${number}`,
    value: `${keptWords[passkey.kept]}. Added on ${formatDate(passkey.addedOn)}${passkey.signs ? '' : cannotSign}`,
    actions: [{ label: 'Remove', about: `passkey ${number}`, onClick: () => onRemove(passkey) }],
  };
}
