/** What a signature is called, and in one line what it is worth (security.md 3). */
export interface SignatureLevel {
  readonly name: string;
  readonly worth: string;
}

const levels: readonly SignatureLevel[] = [
  {
    name: 'Typed name',
    worth: 'Says who typed a name and ticked. No key speaks for it.',
  },
  {
    name: 'Signed on this device after unlocking again',
    worth:
      'Shows whether the text was changed after it was signed. It does not prove who was at the keyboard, nor the time.',
  },
  {
    name: 'Signed with a passkey',
    worth:
      'Shows whether the text was changed, and that whoever signed could pass the check of Windows Hello or of a security key. It does not prove the time.',
  },
];

/** SIGN11: a level that this version does not know is told as a number and promises nothing. */
export const signatureLevel = (level: number): SignatureLevel =>
  levels[level] ?? {
    name: `Level ${level} of another version of Footprint`,
    worth: 'This version cannot tell what it is worth.',
  };
