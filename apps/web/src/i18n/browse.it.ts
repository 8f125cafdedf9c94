import type { BrowseTexts } from './browse.en.ts'

export const browseIt: BrowseTexts = {
  allSubscriptions: 'Tutte le sottoscrizioni',
  search: 'Cerca per nome',
  searchVersions: 'Cerca per raccolta, definizione o versione',
  searchSets: 'Cerca per nome, insieme di credenziali o chiave',
  sortBy: 'Ordina per',
  ascending: (column) => `${column}, crescente`,
  descending: (column) => `${column}, decrescente`,
  refresh: 'Aggiorna',
  count: (count, formatted) => (count === 1 ? '1 risultato' : `${formatted} risultati`),
  lag: 'Da Azure Resource Graph, che può mostrare una modifica qualche istante dopo.',
  noneMatch: 'Nessuna corrispondenza',
  noneMatchAdvice: 'Modifica la ricerca o i filtri.',
  clearFilters: 'Cancella ricerca e filtri',
  scrollable: (label) => `${label}, scorrevole`,
  subscription: 'Sottoscrizione',
  definitionsCount: 'Definizioni',
  versionsCount: 'Versioni',
  definition: 'Definizione dell’immagine',
  importVersion: 'Importa…',
  replicas: 'Repliche',
  encryptions: {
    platform: 'Chiave gestita dalla piattaforma',
    customer: 'Chiave gestita dal cliente',
    double: 'Doppia crittografia',
    confidential: 'Riservata',
    mixed: 'Mista',
  },
  anyEncryption: 'Qualsiasi crittografia',
  anyState: 'Qualsiasi stato',
  pastEndOfLife: (date) => `${date}, superata`,
  ofGalleries: {
    sharing: 'Condivisione',
    sharings: {
      Private: 'Privata (controllo degli accessi in base al ruolo)',
      Groups: 'Condivisa con gruppi',
      Community: 'Della community',
    },
    noSubscriptions: 'Nessuna sottoscrizione da mostrare',
    noSubscriptionsAdvice:
      'Questo account non può visualizzare alcuna sottoscrizione di Azure. Chiedere a un proprietario il ruolo Lettore oppure accedere con un altro account.',
    noGalleries: 'Nessuna raccolta da mostrare',
    noGalleriesAdvice:
      'Qui non ce n’è alcuna che l’utente possa leggere. Crearne una oppure scegliere un’altra sottoscrizione.',
  },
  ofGallery: {
    noDefinitions: 'Nessuna definizione dell’immagine in questa raccolta',
    noDefinitionsAdvice:
      'Una versione dell’immagine appartiene a una definizione dell’immagine. Crearne una, quindi le sue versioni.',
    notPrivate:
      'Questa raccolta è condivisa oltre le autorizzazioni dell’organizzazione. Azure accetta versioni dell’immagine crittografate solo in raccolte private.',
  },
  ofDefinition: {
    noVersions: 'Ancora nessuna versione dell’immagine',
    noVersionsAdvice:
      'Creare la prima: scegliere l’origine, le aree di destinazione e le chiavi con cui crittografarla.',
    targetRegions: 'Aree di destinazione',
    published: 'Data di pubblicazione',
    endOfLife: 'Fine vita',
    excludedFromLatest: 'Esclusa dalla più recente',
    moreRegions: (count) => `e altre ${count}`,
  },
  versions: {
    title: 'Versioni dell’immagine',
    subtitle: 'Tutte le versioni visibili all’utente e le chiavi con cui sono crittografate',
    none: 'Nessuna versione dell’immagine da mostrare',
    noneAdvice:
      'Qui non ce n’è alcuna che l’utente possa leggere. Per crearne una partire da una raccolta, oppure scegliere un’altra sottoscrizione.',
  },
  sets: {
    title: 'Set di crittografia del disco',
    subtitle: 'I set visibili all’utente e la chiave di ognuno',
    none: 'Nessun set di crittografia del disco da mostrare',
    noneAdvice:
      'Qui non ce n’è alcuno che l’utente possa leggere. La procedura guidata crea quelli che mancano a una versione dell’immagine.',
    type: 'Tipo di crittografia',
    types: {
      EncryptionAtRestWithCustomerKey: 'Chiave gestita dal cliente',
      EncryptionAtRestWithPlatformAndCustomerKeys: 'Doppia crittografia',
      ConfidentialVmEncryptedWithCustomerKey: 'Riservata',
    },
    anyType: 'Qualsiasi tipo di crittografia',
    key: 'Insieme di credenziali / chiave',
    rotation: 'Rotazione della chiave',
    rotations: { automatic: 'Automatica', manual: 'Manuale' },
  },
}
