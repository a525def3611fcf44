/** A depth as it is called on screen. */
export const depthLabels = { brief: 'Brief check-in', inDepth: 'In depth' } as const;

export const depthWords = (depth: '' | 'brief' | 'inDepth', none: string): string =>
  depth === '' ? none : depthLabels[depth];

export const wantsLabel = 'What I want to talk about, apart from the children';
