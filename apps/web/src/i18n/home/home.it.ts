import type { HomeTexts } from './home.en.ts'

/** The Italian texts of Home. */
export const homeIt: HomeTexts = {
  title: 'Home page',
  subtitle: 'Versioni di immagine in Raccolta di calcolo di Azure, crittografate con le proprie chiavi',
  create: 'Crea versione dell’immagine',
}
