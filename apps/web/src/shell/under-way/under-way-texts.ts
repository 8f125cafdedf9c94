import type { UnderWayKind } from '@portal/portal-api'
import { catalogue } from '../../i18n/catalogue.ts'

/** The texts of the operations in progress, in the top bar. */
export const underWayEn = {
  title: 'In progress in Azure',
  count: (formatted: string) => `${formatted} in progress`,
  unknown: 'couldn’t read the operations in progress',
  nothing: 'No operations in progress in your subscriptions.',
  leave: 'Operations continue in Azure even if you close this page.',
  lag: 'New operations can take a minute or more to appear.',
  partial: 'Not all operations are shown. More might be in progress in other resource groups.',
  kinds: {
    imageVersion: 'Image version',
    diskEncryptionSet: 'Disk encryption set',
    virtualMachine: 'Virtual machine',
    preparation: 'Deployment of disk encryption sets',
    machineDeployment: 'Deployment of a virtual machine',
    versionWork: 'Deployment of changes to an image version',
    campaign: 'Encryption run',
  } satisfies Record<UnderWayKind, string> as Record<UnderWayKind, string>,
  states: {
    Creating: 'being created',
    Updating: 'being updated',
    Deleting: 'being deleted',
    Migrating: 'being moved',
    Running: 'running',
    Accepted: 'starting',
  } as Record<string, string>,
  since: (time: string, elapsed: string) => `Started ${time} · ${elapsed}`,
  progressOf: (name: string) => `Replication of ${name}`,
  campaign: (number: string) => `Run ${number}`,
  created: (created: string, all: string) => `Versions created: ${created} of ${all}`,
  inGroup: (group: string) => `in ${group}`,
}

export const underWayIt: typeof underWayEn = {
  title: 'In corso in Azure',
  count: (formatted) => `${formatted} in corso`,
  unknown: 'impossibile leggere le operazioni in corso',
  nothing: 'Nessuna operazione in corso nelle sottoscrizioni accessibili.',
  leave: 'Le operazioni continuano in Azure anche se si chiude questa pagina.',
  lag: 'Le nuove operazioni potrebbero essere visualizzate dopo un minuto o più.',
  partial: 'Non tutte le operazioni sono visualizzate. Altre potrebbero essere in corso in altri gruppi di risorse.',
  kinds: {
    imageVersion: 'Versione dell’immagine',
    diskEncryptionSet: 'Set di crittografia del disco',
    virtualMachine: 'Macchina virtuale',
    preparation: 'Distribuzione di set di crittografia del disco',
    machineDeployment: 'Distribuzione di una macchina virtuale',
    versionWork: 'Distribuzione di modifiche a una versione dell’immagine',
    campaign: 'Esecuzione della crittografia',
  },
  states: {
    Creating: 'in creazione',
    Updating: 'in aggiornamento',
    Deleting: 'in eliminazione',
    Migrating: 'in migrazione',
    Running: 'in esecuzione',
    Accepted: 'in avvio',
  },
  since: (time, elapsed) => `Inizio: ${time} · ${elapsed}`,
  progressOf: (name) => `Replica di ${name}`,
  campaign: (number) => `Esecuzione ${number}`,
  created: (created, all) => `Versioni create: ${created} su ${all}`,
  inGroup: (group) => `in ${group}`,
}

/** The texts of what is under way, in the language shown. */
export const useUnderWayTexts = catalogue({ en: underWayEn, it: underWayIt })
