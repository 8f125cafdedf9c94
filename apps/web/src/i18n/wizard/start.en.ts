/** Texts of what a new version begins from, in English: the source of the type that every language has to fill. */
export const startEn = {
  open: 'Start from…',
  latest: (version: string) => `${version}, the latest version`,
  code: 'Code or file…',
  nothing: 'Empty form',
  /** what a version began like, and the way to another beginning */
  like: (version: string) => `As in ${version}`,
  change: 'Change',
}

export type StartTexts = typeof startEn
