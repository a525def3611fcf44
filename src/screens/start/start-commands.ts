export interface PassphraseCommands {
  /** Five words, different each time. */
  readonly suggestPassphrase: () => Promise<string>;
  readonly checkPassphrase: (
    passphrase: string,
  ) => { readonly outcome: 'accepted' } | { readonly outcome: 'refused'; readonly reason: string };
}

/** What the app hands to the first screens: keys are made there and never here. */
export interface StartCommands extends PassphraseCommands {
  /** Seven groups of four, made for this start. */
  readonly recoveryKey: string;
  readonly start: (input: {
    readonly name: string;
    readonly role: string;
    readonly profileId: string;
    readonly caseSystem: string;
    readonly passphrase: string;
  }) => Promise<void>;
}
