import type { HomeTexts } from './home.en.ts'

/** The Italian texts of Home. */
export const homeIt: HomeTexts = {
  title: 'Home page',
  subtitle: 'Versioni di immagine in Raccolta di calcolo di Azure, crittografate con le proprie chiavi',
  create: 'Crea versione immagine',
  picker: {
    search: 'Cerca definizioni dell’immagine',
    definitions: 'Definizioni dell’immagine',
    another: 'Crea un’altra definizione…',
    close: 'Chiudi',
  },
  drafts: {
    title: 'Bozze',
    kinds: {
      imageVersion: 'Nuova versione dell’immagine',
      virtualMachine: 'Nuova macchina virtuale',
      update: 'Aggiornamento',
    },
    unnamed: 'Nessuna definizione dell’immagine selezionata',
    changed: (ago) => `Modificata ${ago}`,
    continue: 'Continua',
    continueNamed: (name) => `Continua ${name}`,
    discardNamed: (name) => `Elimina ${name}`,
    question: {
      title: (name) => `Eliminare la bozza di ${name}?`,
      text: 'Tutti i dati immessi vengono cancellati. In Azure non cambia nulla.',
      keep: 'Mantieni bozza',
      discard: 'Elimina bozza',
    },
    elsewhere: {
      title: 'Questa bozza è aperta in un’altra scheda',
      text: 'Eliminarla in quella scheda oppure chiudere la scheda e riprovare.',
      close: 'Chiudi',
    },
  },
  status: {
    inProgress: (count, formatted) => (count === 0 ? 'Nessuna operazione in corso' : `${formatted} in corso`),
    failed: (count, formatted) =>
      count === 0 ? 'nessuna non riuscita' : count === 1 ? '1 non riuscita' : `${formatted} non riuscite`,
    inNeed: (count, formatted) =>
      count === 0
        ? 'nessun problema rilevato con le chiavi'
        : count === 1
          ? '1 set richiede attenzione'
          : `${formatted} set richiedono attenzione`,
  },
  recent: {
    title: 'Definizioni dell’immagine recenti',
    all: 'Tutte le raccolte',
    createVersion: 'Crea versione successiva',
    createVersionIn: (definition) => `Crea versione successiva in ${definition}`,
  },
  encryption: {
    title: 'Versioni dell’immagine per crittografia',
    all: 'Tutte le versioni',
    share: (own, total) => `${own} di ${total}`,
    ownKeysOnly: 'solo con chiavi gestite dal cliente',
  },
  keys: {
    title: 'Stato delle chiavi',
    all: 'Chiavi di tutti i set',
    problem: 'richiede attenzione',
    checked: (checked, total) => `Set controllati: ${checked} di ${total}`,
    problems: (count) => `Con problemi: ${count}`,
  },
  beginning: {
    title: 'Primi passi',
    done: 'Completato',
    steps: {
      definition: {
        title: 'Raccolta e definizione dell’immagine',
        text: 'Una raccolta contiene le immagini. Una definizione ne descrive una, ad esempio il sistema operativo.',
        action: 'Vai alle raccolte',
      },
      sets: {
        title: 'Set di crittografia del disco',
        text: 'Un set collega la propria chiave ai dischi di un’area. I set mancanti si possono creare anche con la versione.',
        action: 'Verifica accesso',
      },
      version: {
        title: 'Versione dell’immagine',
        text: 'Scegliere un’origine, le aree di destinazione e un set di crittografia per ogni disco.',
        action: 'Crea versione',
      },
    },
  },
  progress: {
    title: 'In corso',
    more: (count) => `Altre: ${count}`,
  },
  failed: {
    title: 'Non riuscite',
    all: 'Tutte le versioni non riuscite',
    kinds: { imageVersion: 'Versione dell’immagine', virtualMachine: 'Macchina virtuale' },
  },
}
