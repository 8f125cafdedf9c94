import { catalogue } from '../../../i18n/catalogue.ts'

/** The English texts of posture and of its report. */
const postureEn = {
  subtitle: 'Encryption and keys in all your subscriptions',
  subjects: {
    imageVersions: { title: 'Image versions', none: 'No image versions found' },
    disks: { title: 'Disks from image versions', none: 'No disks from image versions found' },
    virtualMachines: { title: 'Virtual machines from image versions', none: 'No virtual machines found' },
  },
  noneAdvice: 'Only resources that you have permission to view are counted.',
  ownKeysOnly: 'with customer-managed keys only',
  shareOf: (own: string, total: string) => `${own} of ${total}`,
  subject: 'Resources',
  grouping: 'Group by',
  groupings: { subscription: 'Subscription', gallery: 'Gallery', region: 'Region', age: 'Age' },
  heads: {
    platform: 'Platform',
    customer: 'Customer',
    double: 'Double',
    confidential: 'Confidential',
    mixed: 'Mixed',
    unknown: 'Unknown',
  },
  search: 'Search by name',
  share: 'Share',
  total: 'Total',
  coverage: {
    title: 'Coverage',
    description: 'Only resources that you have permission to view are counted. Azure doesn’t list other subscriptions.',
    included: (count: string) => `Subscriptions included: ${count}`,
    none: 'No gaps found.',
    partial: 'Partial view: some resources can’t be read',
    details: 'Show coverage',
    subscription: 'Subscription',
    missing: 'Missing',
    gaps: {
      hidden: (count: string) =>
        `No permission to view this subscription. Resources you can view refer to it: ${count}`,
      notCovered: () => 'Azure Resource Graph returned nothing for this subscription.',
      unreadSets: (count: string) =>
        `Disk encryption sets you can’t view: ${count}. Their versions count as customer-managed, even with double encryption.`,
      unreadDisks: (count: string) => `Virtual machines with disks you can’t view: ${count}`,
      noGroups: () => 'No resource groups to display: the subscription is empty, or you don’t have permission.',
    },
  },
  report: {
    title: 'Encryption report',
    print: 'Print report',
    loading: 'Reading figures for the report',
    facts: { date: 'Date', tenant: 'Tenant', user: 'Requested by' },
    bySubject: 'Figures by encryption',
    byGrouping: (subject: string, grouping: string) => `${subject} by ${grouping.toLowerCase()}`,
    resource: 'Resources',
    problems: 'Disk encryption sets with problems',
    checked: (checked: string, total: string) =>
      `Sets checked: ${checked} of ${total}. The state of the keys themselves isn’t included.`,
    noProblems: 'No problems found in the sets that were checked.',
    set: 'Disk encryption set',
    region: 'Region',
    problem: 'Problem',
    queries: 'Azure Resource Graph queries',
    queriesNote: 'All figures come from these queries, with your own permissions.',
    ofProblems: (number: string) => `Disk encryption sets with problems, query ${number}`,
    ofCoverage: (number: string) => `Coverage, query ${number}`,
  },
}

/** The Italian texts of posture and of its report. */
const postureIt: typeof postureEn = {
  subtitle: 'Crittografia e chiavi in tutte le sottoscrizioni',
  subjects: {
    imageVersions: { title: 'Versioni dell’immagine', none: 'Nessuna versione dell’immagine trovata' },
    disks: {
      title: 'Dischi da versioni dell’immagine',
      none: 'Nessun disco da versioni dell’immagine',
    },
    virtualMachines: {
      title: 'Macchine virtuali da versioni dell’immagine',
      none: 'Nessuna macchina virtuale trovata',
    },
  },
  noneAdvice: 'Sono conteggiate solo le risorse che si è autorizzati a visualizzare.',
  ownKeysOnly: 'solo con chiavi gestite dal cliente',
  shareOf: (own, total) => `${own} su ${total}`,
  subject: 'Risorse',
  grouping: 'Raggruppa per',
  groupings: { subscription: 'Sottoscrizione', gallery: 'Raccolta', region: 'Area', age: 'Età' },
  heads: {
    platform: 'Piattaforma',
    customer: 'Cliente',
    double: 'Doppia',
    confidential: 'Riservata',
    mixed: 'Mista',
    unknown: 'Sconosciuta',
  },
  search: 'Cerca per nome',
  share: 'Quota',
  total: 'Totale',
  coverage: {
    title: 'Copertura',
    description:
      'Sono conteggiate solo le risorse che si è autorizzati a visualizzare. Azure non elenca le altre sottoscrizioni.',
    included: (count) => `Sottoscrizioni incluse: ${count}`,
    none: 'Nessuna lacuna rilevata.',
    partial: 'Vista parziale: alcune risorse non sono leggibili',
    details: 'Mostra copertura',
    subscription: 'Sottoscrizione',
    missing: 'Elementi mancanti',
    gaps: {
      hidden: (count) =>
        `Nessuna autorizzazione a visualizzare questa sottoscrizione. Risorse visibili che vi fanno riferimento: ${count}`,
      notCovered: () => 'Azure Resource Graph non ha restituito dati per questa sottoscrizione.',
      unreadSets: (count) =>
        `Set di crittografia del disco non visualizzabili: ${count}. Le relative versioni risultano gestite dal cliente, anche con doppia crittografia.`,
      unreadDisks: (count) => `Macchine virtuali con dischi non visualizzabili: ${count}`,
      noGroups: () => 'Nessun gruppo di risorse: la sottoscrizione è vuota o manca l’autorizzazione.',
    },
  },
  report: {
    title: 'Report sulla crittografia',
    print: 'Stampa report',
    loading: 'Lettura dei dati per il report',
    facts: { date: 'Data', tenant: 'Tenant', user: 'Richiesto da' },
    bySubject: 'Dati per crittografia',
    byGrouping: (subject, grouping) => `${subject} per ${grouping.toLowerCase()}`,
    resource: 'Risorse',
    problems: 'Set di crittografia del disco con problemi',
    checked: (checked, total) => `Set controllati: ${checked} di ${total}. Lo stato delle chiavi stesse non è incluso.`,
    noProblems: 'Nessun problema rilevato nei set controllati.',
    set: 'Set di crittografia del disco',
    region: 'Area',
    problem: 'Problema',
    queries: 'Query di Azure Resource Graph',
    queriesNote: 'Tutti i dati provengono da queste query, con le autorizzazioni dell’utente.',
    ofProblems: (number) => `Set di crittografia del disco con problemi, query ${number}`,
    ofCoverage: (number) => `Copertura, query ${number}`,
  },
}

/** The texts of posture, in the language shown. */
export const usePostureTexts = catalogue({ en: postureEn, it: postureIt })
