import type { FailedResource } from '@portal/portal-api'
import { catalogue } from '../../i18n/catalogue.ts'

/** The English texts of Home. */
const homeEn = {
  title: 'Home',
  subtitle: 'Image versions in Azure Compute Gallery, encrypted with your own keys',
  create: 'Create image version',
  unread: 'Not available',
  picker: {
    search: 'Search image definitions',
    definitions: 'Image definitions',
    another: 'Create another definition…',
  },
  drafts: {
    title: 'Drafts',
    kinds: { imageVersion: 'New image version', virtualMachine: 'New virtual machine', update: 'Update' },
    unnamed: 'No image definition selected',
    changed: (ago: string) => `Changed ${ago}`,
    continue: 'Continue',
    continueNamed: (name: string) => `Continue ${name}`,
    discardNamed: (name: string) => `Discard ${name}`,
    question: {
      title: (name: string) => `Discard the draft of ${name}?`,
      text: 'This clears everything you entered. Nothing changes in Azure.',
      keep: 'Keep draft',
      discard: 'Discard draft',
    },
    elsewhere: {
      title: 'This draft is open in another tab',
      text: 'Discard it in that tab, or close the tab and try again.',
      close: 'Close',
    },
  },
  status: {
    inProgress: (count: number, formatted: string) =>
      count === 0 ? 'Nothing in progress' : `${formatted} in progress`,
    failed: (count: number, formatted: string) => (count === 0 ? 'nothing failed' : `${formatted} failed`),
    inNeed: (count: number, formatted: string) =>
      count === 0
        ? 'no problems found with keys'
        : count === 1
          ? '1 set needs attention'
          : `${formatted} sets need attention`,
  },
  recent: {
    title: 'Recent image definitions',
    all: 'All galleries',
    createVersion: 'Create next version',
    createVersionIn: (definition: string) => `Create next version in ${definition}`,
  },
  encryption: {
    title: 'Image versions by encryption',
    all: 'All versions',
    share: (own: string, total: string) => `${own} of ${total}`,
    ownKeysOnly: 'with customer-managed keys only',
  },
  keys: {
    title: 'Key health',
    all: 'Key health of all sets',
    problem: 'needs attention',
    checked: (checked: string, total: string) => `Checked: ${checked} of ${total} sets`,
    problems: (count: string) => `With problems: ${count}`,
  },
  beginning: {
    title: 'First steps',
    done: 'Done',
    steps: {
      definition: {
        title: 'Gallery and image definition',
        text: 'A gallery holds your images. An image definition describes one of them, such as its operating system.',
        action: 'Go to galleries',
      },
      sets: {
        title: 'Disk encryption sets',
        text: 'A set connects your key to disks in one region. You can also create missing sets with the version.',
        action: 'Check my access',
      },
      version: {
        title: 'Image version',
        text: 'Choose a source, target regions, and a disk encryption set for each disk.',
        action: 'Create version',
      },
    },
  },
  progress: {
    title: 'In progress',
    more: (count: string) => `More: ${count}`,
  },
  failed: {
    title: 'Failed',
    all: 'All failed versions',
    kinds: { imageVersion: 'Image version', virtualMachine: 'Virtual machine' } satisfies Record<
      FailedResource['kind'],
      string
    >,
  },
}

/** The Italian texts of Home. */
const homeIt: typeof homeEn = {
  title: 'Home page',
  subtitle: 'Versioni dell’immagine in Raccolta di calcolo di Azure, crittografate con le proprie chiavi',
  create: 'Crea versione immagine',
  unread: 'Non disponibile',
  picker: {
    search: 'Cerca definizioni dell’immagine',
    definitions: 'Definizioni dell’immagine',
    another: 'Crea un’altra definizione…',
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

/** The texts of Home in the language shown. */
export const useHomeTexts = catalogue({ en: homeEn, it: homeIt })
