import type { AboutTexts } from './about.en.ts'

export const aboutIt: AboutTexts = {
  title: 'Informazioni su Gallery Encryption Portal',
  version: 'Versione',
  commit: 'ID commit',
  license: 'Licenza',
  thirdParty: 'Componenti di terze parti',
  viewLicenses: 'Visualizza licenze',
  close: 'Chiudi',
}
