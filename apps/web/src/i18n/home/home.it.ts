import type { HomeTexts } from './home.en.ts'

/** The Italian texts of Home. */
export const homeIt: HomeTexts = {
  title: 'Home page',
  subtitle: 'Versioni di immagine in Raccolta di calcolo di Azure, crittografate con le proprie chiavi',
  create: 'Crea versione dell’immagine',
  recent: {
    title: 'Definizioni dell’immagine recenti',
    all: 'Tutte le raccolte',
    createVersion: 'Crea versione',
    createVersionIn: (definition) => `Crea versione in ${definition}`,
    latest: (version, date) => (date === '' ? version : `${version} · ${date}`),
    source: 'Origine',
    none: 'Ancora nessuna versione dell’immagine',
  },
  encryption: {
    title: 'Versioni dell’immagine per crittografia',
    all: 'Tutte le versioni',
    share: (own, total) => `${own} di ${total}`,
    ownKeysOnly: 'solo con chiavi gestite dal cliente',
  },
  progress: {
    title: 'In corso',
    none: 'Nessuna operazione in corso',
    more: (count) => `Altre: ${count}`,
  },
  failed: {
    title: 'Non riuscite',
    all: 'Tutte le versioni non riuscite',
    none: 'Nessuna operazione non riuscita',
    kinds: { imageVersion: 'Versione dell’immagine', virtualMachine: 'Macchina virtuale' },
  },
}
