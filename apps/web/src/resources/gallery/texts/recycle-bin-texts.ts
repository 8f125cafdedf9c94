import type { DeletedVersionStage, SoftDeleteIssueCode } from '@portal/gallery'
import { catalogue } from '../../../i18n/catalogue.ts'

/**
 * The texts of soft delete: the policy of a gallery, the recycle bin of a definition, and what a set has to do with
 * both.
 */
export const recycleBinEn = {
  policy: {
    label: 'Soft delete',
    off: 'Off',
    on: 'On',
    onFor: (retention: string, grace: string) => `On · Retention: ${retention} · Grace: ${grace}`,
    days: (count: number, formatted: string) => (count === 1 ? '1 day' : `${formatted} days`),
    change: 'Change soft delete',
    title: 'Soft delete',
    intro:
      'Deleted image versions stay in a recycle bin until Azure deletes them permanently. Azure keeps one replica of each per region, and bills for it.',
    learnMore: 'Soft delete in Azure Compute Gallery',
    enable: 'Enable soft delete for image versions',
    retention: 'Retention period (days)',
    retentionHint: 'You can restore a deleted version, and new VMs can still use it by its number.',
    grace: 'Grace period (days)',
    graceHint: 'Starts after the retention period. You can restore the version, but new VMs can’t use it.',
    needs:
      'To turn it on, you need the Owner or Compute Gallery Sharing Admin role for the gallery or its subscription.',
    mayNotTurnOn:
      'You don’t have permission to turn on soft delete. Ask for the Owner or Compute Gallery Sharing Admin role.',
    mayNotChange:
      'You don’t have permission to change this gallery. Ask for a role that includes Microsoft.Compute/galleries/write.',
    scaleSets: (names: string) =>
      `Soft delete isn’t compatible with these flexible scale sets, which use images of this gallery: ${names}.`,
    scaleSetsElsewhere:
      'Virtual machine scale sets with flexible orchestration aren’t compatible with soft delete. Check those that use this gallery.',
    turningOff: 'While soft delete is off, you can’t restore deleted versions.',
    save: 'Save',
    inOtherRegions: (names: string) =>
      `Soft delete can’t be turned on while these are in a different region than the gallery: ${names}.`,
    issues: {
      NationalCloud: 'Soft delete isn’t available in national clouds.',
      RetentionPeriodInvalid: 'Enter a whole number of days, 1 or more.',
      GracePeriodInvalid: 'Enter a whole number of days, 0 or more.',
    } satisfies Record<Exclude<SoftDeleteIssueCode, 'InOtherRegions'>, string>,
  },
  bin: {
    title: 'Recycle bin',
    description:
      'Deleted image versions that you can restore. Azure keeps one replica of each per region, and bills for it.',
    empty: 'No deleted versions',
    version: 'Version',
    stage: 'State',
    deleted: 'Deleted',
    usableUntil: 'Usable for new VMs until',
    restorableUntil: 'Restorable until',
    actions: 'Actions',
    stages: {
      Retention: 'Retention period: usable by number',
      Grace: 'Grace period: restore only',
    } satisfies Record<DeletedVersionStage, string>,
    unknown: 'Not reported',
    restore: 'Restore',
    restoreNamed: (name: string) => `Restore version ${name}`,
    purge: 'Delete permanently',
    purgeNamed: (name: string) => `Delete permanently: version ${name}`,
    purging: 'Deleting permanently',
    restoringNow: 'Restoring',
    keys: 'Restoring might fail if a disk encryption set or a key of the version no longer exists.',
    restoring: (name: string) => `Azure is restoring version ${name}.`,
    open: 'Open version',
    purgeTitle: (name: string) => `Delete version ${name} permanently`,
    purgeText: 'The version is deleted from every region. You can’t undo this.',
    mayNotRestore:
      'You don’t have permission to restore versions. Ask for a role that includes Microsoft.Compute/galleries/images/versions/write.',
    openBin: 'Open recycle bin',
  },
  nearSet: {
    title: 'Deleted versions might need this set',
    keyTitle: 'Deleted versions might need the current key',
    text: (count: number, formatted: string) =>
      count === 1
        ? 'The recycle bins of this subscription hold 1 deleted version. Azure doesn’t say which keys it uses.'
        : `The recycle bins of this subscription hold ${formatted} deleted versions. Azure doesn’t say which keys they use.`,
    withoutSet: 'Without the set, restoring a version that uses it might fail.',
    withoutKey: 'Keep the current key enabled until each is restored or deleted permanently.',
    more: (formatted: string) => `+${formatted}`,
    incomplete: 'Some recycle bins couldn’t be read, so there might be more deleted versions that need this set.',
  },
}

const recycleBinIt: typeof recycleBinEn = {
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

/** The texts of soft delete in the language shown. */
export const useRecycleBinTexts = catalogue({ en: recycleBinEn, it: recycleBinIt })
