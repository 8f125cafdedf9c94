import type { RecycleBinTexts } from './recycle-bin.en.ts'

export const recycleBinIt: RecycleBinTexts = {
  close: 'Chiudi',
  cancel: 'Annulla',
  policy: {
    label: 'Eliminazione temporanea',
    off: 'Disattivata',
    on: 'Attivata',
    onFor: (retention, grace) => `Attivata · Conservazione: ${retention} · Tolleranza: ${grace}`,
    days: (count, formatted) => (count === 1 ? '1 giorno' : `${formatted} giorni`),
    change: 'Modifica eliminazione temporanea',
    title: 'Eliminazione temporanea',
    intro:
      'Le versioni dell’immagine eliminate restano nel cestino prima che Azure le elimini definitivamente. Di ognuna Azure conserva, e addebita, una replica per area.',
    learnMore: 'Eliminazione temporanea in Raccolta di calcolo di Azure',
    enable: 'Abilita l’eliminazione temporanea per le versioni dell’immagine',
    retention: 'Periodo di conservazione (giorni)',
    retentionHint:
      'La versione eliminata può essere ripristinata e le nuove VM possono ancora usarla tramite il numero.',
    grace: 'Periodo di tolleranza (giorni)',
    graceHint: 'Segue il periodo di conservazione. La versione può solo essere ripristinata.',
    needs:
      'Per l’attivazione serve il ruolo Proprietario (Owner) o Compute Gallery Sharing Admin per la raccolta o la sottoscrizione.',
    mayNotTurnOn:
      'Autorizzazione mancante per attivare l’eliminazione temporanea. Richiedere il ruolo Proprietario (Owner) o Compute Gallery Sharing Admin.',
    mayNotChange:
      'Autorizzazione mancante per modificare la raccolta. Richiedere un ruolo che includa Microsoft.Compute/galleries/write.',
    scaleSets: (names) =>
      `Questi set di scalabilità flessibili usano immagini della raccolta e non sono compatibili con l’eliminazione temporanea: ${names}.`,
    scaleSetsElsewhere:
      'I set di scalabilità di macchine virtuali con orchestrazione flessibile non sono compatibili con l’eliminazione temporanea. Verificare quelli che usano la raccolta.',
    turningOff: 'Con l’eliminazione temporanea disattivata, le versioni vengono eliminate in modo definitivo.',
    save: 'Salva',
    saving: 'Salvataggio in corso',
    inOtherRegions: (names) =>
      `Azure non attiva l’eliminazione temporanea finché queste risorse sono in un’area diversa da quella della raccolta: ${names}.`,
    issues: {
      NationalCloud: 'L’eliminazione temporanea non è disponibile nei cloud nazionali.',
      RetentionPeriodInvalid: 'Immettere un numero intero di giorni, almeno 1.',
      GracePeriodInvalid: 'Immettere un numero intero di giorni, almeno 0.',
    },
  },
  bin: {
    title: 'Cestino',
    description:
      'Versioni eliminate che si possono ripristinare. Di ognuna Azure conserva, e addebita, una replica per area.',
    empty: 'Nessuna versione eliminata',
    version: 'Versione',
    stage: 'Stato',
    deleted: 'Eliminata',
    usableUntil: 'Nuove VM fino a',
    restorableUntil: 'Ripristinabile fino a',
    actions: 'Azioni',
    stages: {
      Retention: 'Conservazione: utilizzabile tramite il numero',
      Grace: 'Tolleranza: solo ripristinabile',
    },
    unknown: 'Non indicata',
    restore: 'Ripristina',
    restoreNamed: (name) => `Ripristina la versione ${name}`,
    purge: 'Elimina definitivamente',
    purgeNamed: (name) => `Elimina definitivamente la versione ${name}`,
    purging: 'Eliminazione definitiva in corso',
    restoringNow: 'Ripristino in corso',
    keys: 'Il ripristino potrebbe non riuscire se un set di crittografia del disco o una chiave della versione non esiste più.',
    restoring: (name) => `Ripristino della versione ${name} in corso.`,
    open: 'Apri la versione',
    purgeTitle: (name) => `Elimina definitivamente la versione ${name}`,
    purgeText: 'La versione viene eliminata da tutte le aree. L’operazione non può essere annullata.',
    typeName: (name) => `Digitare ${name} per confermare`,
    nameDiffers: (name) => `Il numero non corrisponde. Digitare ${name}.`,
    mayNotRestore:
      'Autorizzazione mancante per ripristinare versioni. Richiedere un ruolo che includa Microsoft.Compute/galleries/images/versions/write.',
    openBin: 'Apri il cestino',
  },
  nearSet: {
    title: 'Il set potrebbe servire a versioni eliminate',
    keyTitle: 'La chiave attuale potrebbe servire a versioni eliminate',
    text: (count, formatted) =>
      count === 1
        ? 'I cestini della sottoscrizione contengono 1 versione eliminata. Azure non indica quali chiavi usa.'
        : `I cestini della sottoscrizione contengono ${formatted} versioni eliminate. Azure non indica quali chiavi usano.`,
    withoutSet: 'Senza il set, il ripristino di una versione che lo usa potrebbe non riuscire.',
    withoutKey: 'Mantenere attiva la chiave attuale finché non vengono ripristinate o eliminate definitivamente.',
    more: (formatted) => `+${formatted}`,
    incomplete: 'Alcuni cestini non sono leggibili: altre versioni eliminate potrebbero richiedere il set.',
  },
}
