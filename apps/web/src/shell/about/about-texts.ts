import { catalogue } from '../../i18n/catalogue.ts'

/** The texts of what the portal says of itself. */
const aboutEn = {
  title: 'About Gallery Encryption Portal',
  version: 'Version',
  commit: 'Commit',
  license: 'License',
  thirdParty: 'Third-party notices',
  viewLicenses: 'View licenses',
  close: 'Close',
}

const aboutIt: typeof aboutEn = {
  title: 'Informazioni su Gallery Encryption Portal',
  version: 'Versione',
  commit: 'ID commit',
  license: 'Licenza',
  thirdParty: 'Componenti di terze parti',
  viewLicenses: 'Visualizza licenze',
  close: 'Chiudi',
}

/** The texts of the dialog about the portal, in the language shown. */
export const useAboutTexts = catalogue({ en: aboutEn, it: aboutIt })
