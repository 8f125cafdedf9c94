import type { EncryptionType } from '@portal/disk-encryption'
import { catalogue } from '../../../i18n/catalogue.ts'
import { roleEn, roleIt, roleRequestEn, roleRequestIt } from '../../../i18n/role-request.ts'

const replicasOf = (replicas: number) => (replicas === 1 ? '1 replica' : `${replicas} replicas`)

/** Texts of a wizard's summary and of the right to finish it, in English. */
const summaryEn = {
  title: 'Summary',
  show: 'Show summary',
  hide: 'Hide summary',
  version: 'Version',
  source: 'Source',
  regions: 'Regions',
  replicas: 'Replicas',
  stored: 'Total size',
  storedHelp: 'The size of all replicas if the disks are full. Azure charges the space in use.',
  upTo: (size: string) => `up to ${size}`,
  encryption: 'Encryption',
  types: {
    EncryptionAtRestWithPlatformKey: 'Platform-managed key',
    EncryptionAtRestWithCustomerKey: 'Customer-managed key',
    EncryptionAtRestWithPlatformAndCustomerKeys: 'Double encryption',
  } satisfies Record<EncryptionType, string> as Record<EncryptionType, string>,
  none: '–',
  missing: 'Still needed',
  nothingMissing: 'Nothing missing',
  goTo: (tab: string, toDo: string) => `${tab}: ${toDo}`,
  line: (regions: number, replicas: number) =>
    `${regions === 1 ? '1 region' : `${regions} regions`} · ${replicasOf(replicas)}`,
  review: {
    readiness: 'Key health',
    replicas: 'Replicas',
    total: (replicas: number, regions: number) =>
      `${replicasOf(replicas)} in ${regions === 1 ? '1 region' : `${regions} regions`}`,
    showAll: 'Show all settings',
    showChanged: 'Hide default settings',
  },
  forbidden: {
    title: 'You don’t have permission to create versions here',
    text: (action: string) =>
      `You can fill in the form and share it. To create the version, ask for the role ${roleEn(action)}.`,
    short: 'You don’t have permission to create this version',
    request: (scope: string, action: string) =>
      `Please assign a role to my account in Azure.\n\n${roleRequestEn({
        action,
        scope,
        reason: 'Create image versions',
      })}`,
    copy: 'Copy request',
  },
}

const replicasOfIt = (replicas: number) => (replicas === 1 ? '1 replica' : `${replicas} repliche`)

/** Texts of a wizard's summary and of the right to finish it, in Italian. */
const summaryIt: typeof summaryEn = {
  title: 'Riepilogo',
  show: 'Mostra riepilogo',
  hide: 'Nascondi riepilogo',
  version: 'Versione',
  source: 'Origine',
  regions: 'Aree',
  replicas: 'Repliche',
  stored: 'Spazio',
  storedHelp: 'Dimensione di tutte le repliche con i dischi pieni. Azure addebita lo spazio in uso.',
  upTo: (size) => `fino a ${size}`,
  encryption: 'Chiavi',
  types: {
    EncryptionAtRestWithPlatformKey: 'Della piattaforma',
    EncryptionAtRestWithCustomerKey: 'Del cliente',
    EncryptionAtRestWithPlatformAndCustomerKeys: 'Di entrambi',
  },
  none: '–',
  missing: 'Da completare',
  nothingMissing: 'Non manca nulla',
  goTo: (tab, toDo) => `${tab}: ${toDo}`,
  line: (regions, replicas) => `${regions === 1 ? '1 area' : `${regions} aree`} · ${replicasOfIt(replicas)}`,
  review: {
    readiness: 'Stato della chiave',
    replicas: 'Repliche',
    total: (replicas, regions) => `${replicasOfIt(replicas)} in ${regions === 1 ? '1 area' : `${regions} aree`}`,
    showAll: 'Mostra tutte le impostazioni',
    showChanged: 'Nascondi impostazioni predefinite',
  },
  forbidden: {
    title: 'Non si dispone dell’autorizzazione per creare versioni qui',
    text: (action) =>
      `È possibile compilare il modulo e condividerlo. Per creare la versione, chiedere il ruolo ${roleIt(action)}.`,
    short: 'Autorizzazione mancante per creare questa versione',
    request: (scope, action) =>
      `Richiesta: assegnare un ruolo al mio account in Azure.\n\n${roleRequestIt({
        action,
        scope,
        reason: 'Creare versioni dell’immagine',
      })}`,
    copy: 'Copia richiesta',
  },
}

/** The texts of a wizard's summary in the language shown. */
export const useSummaryTexts = catalogue({ en: summaryEn, it: summaryIt })
