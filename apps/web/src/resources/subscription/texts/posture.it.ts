import type { PostureTexts } from './posture.en.ts'

/** The Italian texts of posture and of its report. */
export const postureIt: PostureTexts = {
  openReport: 'Apri report',
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
    subtitle: 'Crittografia e chiavi in tutte le sottoscrizioni',
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
