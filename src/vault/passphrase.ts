import { randomBytes } from './bytes.ts';

/** Passphrases that meet the length and that a guesser tries first. Compared without case and spaces. */
const denied = [
  'correcthorsebatterystaple',
  'passwordpassword',
  'password12345678',
  'letmeinletmein',
  'qwertyuiopasdf',
  'qwertyuiop1234',
  'supervision2026',
  'supervisionrecord',
  'safeguarding2026',
  'childrensservices',
  'childrenssocialcare',
  'socialworkengland',
  'islingtoncouncil',
  'swindonboroughcouncil',
  'bracknellforest',
  'iloveyouiloveyou',
  'footprintfootprint',
];

const MIN_LENGTH = 14;
const MIN_WORDS = 4;

export type PassphraseCheck =
  | { readonly outcome: 'accepted' }
  | { readonly outcome: 'refused'; readonly reason: string };

/** At least 14 characters or four words, and not one of the first that would be guessed. */
export function checkPassphrase(passphrase: string): PassphraseCheck {
  const trimmed = passphrase.trim();
  const words = trimmed.split(/[\s-]+/).filter((word) => word.length >= 3);
  const plain = trimmed.toLowerCase().replace(/[\s-]/g, '');
  if ([...trimmed].length < MIN_LENGTH && words.length < MIN_WORDS) {
    return {
      outcome: 'refused',
      reason: `Enter a passphrase of at least ${MIN_LENGTH} characters or ${MIN_WORDS} words`,
    };
  }
  if (
    denied.includes(plain) ||
    new Set(plain).size < 5 ||
    /^\d+$/.test(plain) ||
    (new Set(words).size === 1 && words.length > 1)
  ) {
    return { outcome: 'refused', reason: 'Enter a passphrase that is harder to guess' };
  }
  return { outcome: 'accepted' };
}

/** Five words of BIP-39's English list: 55 bits. The list is loaded only when it is asked for. */
export async function suggestPassphrase(): Promise<string> {
  const { wordlist } = await import('@scure/bip39/wordlists/english.js');
  // 65,536 is a multiple of the list's 2,048 words, so the remainder favours none.
  return Array.from({ length: 5 }, () => {
    const [high = 0, low = 0] = randomBytes(2);
    return wordlist[((high << 8) | low) % wordlist.length];
  }).join(' ');
}
