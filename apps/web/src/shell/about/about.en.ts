/** The texts of what the portal says of itself. */
export const aboutEn = {
  title: 'About Gallery Encryption Portal',
  version: 'Version',
  commit: 'Commit',
  license: 'License',
  thirdParty: 'Third-party notices',
  viewLicenses: 'View licenses',
  close: 'Close',
}

export type AboutTexts = typeof aboutEn
