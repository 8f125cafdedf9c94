import { catalogue } from '../../../i18n/catalogue.ts'

/** Texts about revoked image versions, in English: the source of the type that every language fills. */
export const revocationEn = {
  revoked: 'Revoked',
  title: (version: string) => `Version ${version} is revoked and shouldn’t be used`,
  machineTitle: (version: string) => `Created from a revoked image version: ${version}`,
  reason: (reason: string) => `Reason: ${reason}`,
  noReason: 'No reason given.',
  since: (date: string) => `Revoked on ${date}.`,
  replacement: 'Use instead:',
  viewVersion: 'View version',
  open: 'Revoke',
  change: 'Change revocation',
  undo: 'Undo revocation',
  form: {
    title: (version: string) => `Revoke version ${version}?`,
    changeTitle: (version: string) => `Revocation of version ${version}`,
    intro:
      'Marks the version as not to be used, and excludes it from latest in all regions. Azure doesn’t prevent anyone from using it. Virtual machines keep running.',
    reason: 'Reason',
    reasonHint: (length: string, max: string) => `${length} of ${max} characters, stored in a tag`,
    replacement: 'Replacement',
    noReplacement: 'None',
    otherReplacement: 'Version of another image definition',
    replacementId: 'Resource ID of the replacement',
    endOfLife: 'End of life date',
    endOfLifeHint: 'The earliest possible date is tomorrow (UTC). Leave this empty to keep the current date.',
    confirm: 'Revoke',
    save: 'Save',
  },
  undoing: {
    title: (version: string) => `Undo the revocation of version ${version}?`,
    intro: 'Restores the earlier tags, end of life date, and Exclude from latest settings.',
    confirm: 'Undo revocation',
  },
  changes: {
    heading: 'Changes',
    excludeFromLatest: 'Exclude from latest',
    endOfLifeDate: 'End of life date',
    tag: (name: string) => `Tag ${name}`,
    undoable: 'Can be undone',
    none: 'None',
    yes: 'Yes',
    no: 'No',
    from: (before: string, after: string) => `${before} → ${after}`,
  },
  descendants: {
    heading: 'Versions created from it',
    loading: 'Looking for versions created from it…',
    none: 'No image versions found that were created from this version.',
    versions: (count: string) => `Image versions: ${count}`,
    between: (count: string) => `Images, snapshots, and disks in between: ${count}`,
    more: (count: string) => `+${count}`,
    also: 'Also revoke, for the same reason and without a replacement:',
    steps: 'Azure runs these steps one after another. You can close this page.',
    incomplete: 'The list is incomplete.',
    unknown:
      'The portal can’t find versions created through deleted snapshots or disks, from copied VHD files, in other directories, or where you don’t have permission.',
  },
}

const revocationIt: typeof revocationEn = {
  revoked: 'Revocata',
  title: (version) => `La versione ${version} è revocata e non deve essere usata`,
  machineTitle: (version) => `Creata da una versione dell’immagine revocata: ${version}`,
  reason: (reason) => `Motivo: ${reason}`,
  noReason: 'Nessun motivo indicato.',
  since: (date) => `Data della revoca: ${date}.`,
  replacement: 'Usare invece:',
  viewVersion: 'Visualizza versione',
  open: 'Revoca',
  change: 'Modifica revoca',
  undo: 'Annulla revoca',
  form: {
    title: (version) => `Revocare la versione ${version}?`,
    changeTitle: (version) => `Revoca della versione ${version}`,
    intro:
      'Indica che la versione non deve essere usata e la esclude dalla versione più recente in tutte le aree. Azure non impedisce di usarla. Le macchine virtuali restano in esecuzione.',
    reason: 'Motivo',
    reasonHint: (length, max) => `Caratteri: ${length} su ${max}, archiviati in un tag`,
    replacement: 'Versione sostitutiva',
    noReplacement: 'Nessuna',
    otherReplacement: 'Versione di un’altra definizione dell’immagine',
    replacementId: 'ID risorsa della versione sostitutiva',
    endOfLife: 'Data di fine del ciclo di vita',
    endOfLifeHint: 'La prima data possibile è domani (UTC). Lasciare vuoto per mantenere la data attuale.',
    confirm: 'Revoca',
    save: 'Salva',
  },
  undoing: {
    title: (version) => `Annullare la revoca della versione ${version}?`,
    intro:
      'Ripristina i valori precedenti di tag, data di fine del ciclo di vita ed esclusione dalla versione più recente.',
    confirm: 'Annulla revoca',
  },
  changes: {
    heading: 'Modifiche',
    excludeFromLatest: 'Escludi dalla versione più recente',
    endOfLifeDate: 'Data di fine del ciclo di vita',
    tag: (name) => `Tag ${name}`,
    undoable: 'Annullabile',
    none: 'Nessuno',
    yes: 'Sì',
    no: 'No',
    from: (before, after) => `${before} → ${after}`,
  },
  descendants: {
    heading: 'Versioni create da questa',
    loading: 'Ricerca delle versioni create da questa…',
    none: 'Nessuna versione dell’immagine trovata che sia stata creata da questa.',
    versions: (count) => `Versioni dell’immagine: ${count}`,
    between: (count) => `Immagini, snapshot e dischi intermedi: ${count}`,
    more: (count) => `+${count}`,
    also: 'Revocare anche, per lo stesso motivo e senza sostituzione:',
    steps: 'Azure esegue i passaggi uno dopo l’altro. Questa pagina si può chiudere.',
    incomplete: 'L’elenco è incompleto.',
    unknown:
      'Il portale non può trovare le versioni create tramite snapshot o dischi eliminati, da file VHD copiati, in altre directory o in risorse non visualizzabili.',
  },
}

/** The texts about revoked image versions, in the language shown. */
export const useRevocationTexts = catalogue({ en: revocationEn, it: revocationIt })
