import { roleRequestIt } from '../../../i18n/role-request.ts'
import type { SummaryTexts } from './summary.en.ts'

const replicasOf = (replicas: number) => (replicas === 1 ? '1 replica' : `${replicas} repliche`)

/** Texts of a wizard's summary and of the right to finish it, in Italian. */
export const summaryIt: SummaryTexts = {
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
  line: (regions, replicas) => `${regions === 1 ? '1 area' : `${regions} aree`} · ${replicasOf(replicas)}`,
  review: {
    readiness: 'Stato della chiave',
    replicas: 'Repliche',
    total: (replicas, regions) => `${replicasOf(replicas)} in ${regions === 1 ? '1 area' : `${regions} aree`}`,
    showAll: 'Mostra tutte le impostazioni',
    showChanged: 'Nascondi impostazioni predefinite',
  },
  forbidden: {
    title: 'Non si dispone dell’autorizzazione per creare versioni qui',
    text: (role) =>
      `È possibile compilare il modulo e condividerlo. Per creare la versione, chiedere il ruolo ${role}.`,
    short: 'Autorizzazione mancante per creare questa versione',
    request: (role, scope, action) =>
      `Richiesta: assegnare un ruolo al mio account in Azure.\n\n${roleRequestIt({
        role: `${role} o un ruolo che includa ${action}`,
        scope,
        reason: 'Creare versioni dell’immagine',
      })}`,
    copy: 'Copia richiesta',
  },
}
