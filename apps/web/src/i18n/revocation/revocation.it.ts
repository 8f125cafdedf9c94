import type { RevocationTexts } from './revocation.en.ts'

export const revocationIt: RevocationTexts = {
  revoked: 'Revocata',
  title: (version) => `La versione ${version} è revocata e non deve essere usata`,
  machineTitle: (version) => `Creata da una versione dell’immagine revocata: ${version}`,
  reason: (reason) => `Motivo: ${reason}`,
  noReason: 'Nessun motivo indicato.',
  since: (date) => `Data della revoca: ${date}.`,
  replacement: 'Usare invece:',
  viewVersion: 'Visualizza versione',
  open: 'Revoca',
  change: 'Modifica',
  undo: 'Annulla revoca',
  undoLabel: 'Annulla revoca',
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
    sending: 'Invio in corso…',
    cancel: 'Annulla',
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
    incomplete: 'L’elenco è incompleto.',
    unknown:
      'Il portale non può trovare le versioni create tramite snapshot o dischi eliminati, da file VHD copiati, in altre directory o senza le autorizzazioni necessarie.',
  },
  failure: {
    changed: 'La versione è stata modificata da un altro utente. Controllarne lo stato e riprovare.',
    rejected: 'Richiesta non inviata. Correggere prima:',
    notSent: 'La risposta di Azure non è arrivata e la versione è invariata. Riprovare.',
    unknown:
      'La risposta di Azure non è arrivata e non è possibile leggere la versione. Aggiornare la pagina prima di riprovare.',
  },
}
