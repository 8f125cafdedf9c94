import type { RecycleBinTexts } from './recycle-bin.en.ts'

export const recycleBinIt: RecycleBinTexts = {
  policy: {
    label: 'Eliminazione temporanea',
    off: 'Disattivata',
    on: 'Attivata',
    onFor: (retention, grace) => `Attivata · Conservazione: ${retention} · Tolleranza: ${grace}`,
    days: (count, formatted) => (count === 1 ? '1 giorno' : `${formatted} giorni`),
    change: 'Modifica eliminazione temporanea',
    title: 'Eliminazione temporanea',
    intro:
      'Le versioni dell’immagine eliminate restano in un cestino finché Azure non le elimina definitivamente. Azure conserva una replica di ogni versione per area e ne addebita il costo.',
    learnMore: 'Eliminazione temporanea in Raccolta di calcolo di Azure',
    enable: 'Abilita l’eliminazione temporanea per le versioni dell’immagine',
    retention: 'Periodo di conservazione (giorni)',
    retentionHint:
      'Una versione eliminata può essere ripristinata ed è ancora utilizzabile per nuove VM specificandone il numero.',
    grace: 'Periodo di tolleranza (giorni)',
    graceHint: 'Segue il periodo di conservazione. La versione può solo essere ripristinata.',
    needs:
      'Per l’attivazione serve il ruolo Proprietario (Owner) o Compute Gallery Sharing Admin per la raccolta o la sottoscrizione.',
    mayNotTurnOn:
      'Non si dispone dell’autorizzazione per attivare l’eliminazione temporanea. Richiedere il ruolo Proprietario (Owner) o Compute Gallery Sharing Admin.',
    mayNotChange:
      'Non si dispone dell’autorizzazione per modificare la raccolta. Richiedere un ruolo che includa Microsoft.Compute/galleries/write.',
    scaleSets: (names) =>
      `L’eliminazione temporanea non è compatibile con questi set di scalabilità flessibili, che usano immagini della raccolta: ${names}.`,
    scaleSetsElsewhere:
      'I set di scalabilità di macchine virtuali con orchestrazione flessibile non sono compatibili con l’eliminazione temporanea. Verificare quelli che usano la raccolta.',
    turningOff: 'Con l’eliminazione temporanea disattivata, le versioni eliminate non si possono ripristinare.',
    save: 'Salva',
    inOtherRegions: (names) =>
      `L’eliminazione temporanea non si può attivare finché queste risorse si trovano in un’area diversa da quella della raccolta: ${names}.`,
    issues: {
      NationalCloud: 'L’eliminazione temporanea non è disponibile nei cloud nazionali.',
      RetentionPeriodInvalid: 'Immettere un numero intero di giorni, almeno 1.',
      GracePeriodInvalid: 'Immettere un numero intero di giorni, almeno 0.',
    },
  },
  bin: {
    title: 'Cestino',
    description:
      'Versioni eliminate che si possono ripristinare. Azure conserva una replica di ogni versione per area e ne addebita il costo.',
    empty: 'Nessuna versione eliminata',
    version: 'Versione',
    stage: 'Stato',
    deleted: 'Eliminata',
    usableUntil: 'Utilizzabile per nuove VM fino a',
    restorableUntil: 'Ripristinabile fino a',
    actions: 'Azioni',
    stages: {
      Retention: 'Conservazione: utilizzabile indicando il numero',
      Grace: 'Tolleranza: solo ripristino',
    },
    unknown: 'Non indicata',
    restore: 'Ripristina',
    restoreNamed: (name) => `Ripristina la versione ${name}`,
    purge: 'Elimina definitivamente',
    purgeNamed: (name) => `Elimina definitivamente la versione ${name}`,
    purging: 'Eliminazione definitiva in corso',
    restoringNow: 'Ripristino in corso',
    keys: 'Il ripristino potrebbe non riuscire se un set di crittografia del disco o una chiave della versione non esiste più.',
    restoring: (name) => `Azure sta ripristinando la versione ${name}.`,
    open: 'Apri versione',
    purgeTitle: (name) => `Elimina definitivamente la versione ${name}`,
    purgeText: 'La versione viene eliminata da tutte le aree. L’operazione non può essere annullata.',
    mayNotRestore:
      'Non si dispone dell’autorizzazione per ripristinare versioni. Richiedere un ruolo che includa Microsoft.Compute/galleries/images/versions/write.',
    openBin: 'Apri cestino',
  },
  nearSet: {
    title: 'Il set potrebbe essere necessario per versioni eliminate',
    keyTitle: 'La chiave attuale potrebbe essere necessaria per versioni eliminate',
    text: (count, formatted) =>
      count === 1
        ? 'I cestini della sottoscrizione contengono 1 versione eliminata. Azure non ne indica le chiavi.'
        : `I cestini della sottoscrizione contengono ${formatted} versioni eliminate. Azure non ne indica le chiavi.`,
    withoutSet: 'Senza il set, il ripristino di una versione che lo usa potrebbe non riuscire.',
    withoutKey:
      'Mantenere abilitata la chiave attuale fino al ripristino o all’eliminazione definitiva di ogni versione.',
    more: (formatted) => `+${formatted}`,
    incomplete: 'Impossibile leggere alcuni cestini: altre versioni eliminate potrebbero richiedere il set.',
  },
}
