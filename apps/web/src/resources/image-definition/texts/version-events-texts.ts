import type { VersionEvents, VersionEventsIssueCode } from '@portal/gallery'
import { catalogue } from '../../../i18n/catalogue.ts'

/** Event Grid subscriptions to the versions of an image definition. */
const versionEventsEn = {
  action: 'Event when a version changes',
  intro:
    'Event Grid sends an event each time a version of this image definition is created, changed, or deleted, once Azure has finished.',
  latest:
    'Azure has no event for a change of latest. Latest changes only when a version is written or deleted: after each event, look up what it is.',
  existing: 'Event subscriptions',
  columns: { name: 'Name', destination: 'Destination', state: 'State', action: 'Action' },
  states: {
    Succeeded: 'Active',
    Creating: 'Being created',
    AwaitingManualAction: 'Waiting for the webhook',
    Failed: 'Failed',
  } as Record<string, string>,
  remove: (name: string) => `Delete ${name}`,
  new: 'New event subscription',
  name: 'Name',
  destination: 'Destination',
  destinations: { WebHook: 'Webhook', StorageQueue: 'Storage queue', AzureFunction: 'Azure function' } satisfies Record<
    VersionEvents['destination'],
    string
  > as Record<VersionEvents['destination'], string>,
  address: 'Webhook address',
  addressHint:
    'Event Grid first sends a validation event. The webhook must return its code, or someone must open its address within 10 minutes.',
  storageAccount: 'Storage account ID',
  queue: 'Queue',
  function: 'Function ID',
  failures: 'Also send an event if a write or deletion fails',
  sample: 'Show sample event',
  sampleOf: 'Sample event',
  copySample: 'Copy event',
  latestCommand: 'Show command for the latest version',
  latestCommandOf: 'Command for the latest version',
  copyCommand: 'Copy command',
  create: 'Create',
  running: 'Azure is creating the event subscription…',
  failed: (message: string) => `The event subscription wasn’t created. ${message}`,
  lacking:
    'You can’t create event subscriptions in this resource group. Ask for the role EventGrid EventSubscription Contributor, or pass on the code.',
  issues: {
    NameInvalid: 'Enter 3 to 64 letters, digits, or hyphens.',
    AddressInvalid: 'Enter an address that begins with https://.',
    ResourceIdInvalid: 'Enter the full resource ID.',
    QueueNameInvalid: 'Enter 3 to 63 lowercase letters, digits, or single hyphens.',
  } satisfies Record<VersionEventsIssueCode, string> as Record<VersionEventsIssueCode, string>,
}

const versionEventsIt: typeof versionEventsEn = {
  action: 'Evento quando cambia una versione',
  intro:
    'Griglia di eventi invia un evento ogni volta che una versione di questa definizione viene creata, modificata o eliminata, al termine dell’operazione.',
  latest:
    'Azure non ha un evento per il cambio della versione più recente. Cambia solo se una versione viene scritta o eliminata: dopo ogni evento, leggere qual è.',
  existing: 'Sottoscrizioni di eventi',
  columns: { name: 'Nome', destination: 'Destinazione', state: 'Stato', action: 'Azione' },
  states: {
    Succeeded: 'Attiva',
    Creating: 'Creazione in corso',
    AwaitingManualAction: 'In attesa del webhook',
    Failed: 'Non riuscita',
  },
  remove: (name) => `Elimina ${name}`,
  new: 'Nuova sottoscrizione di eventi',
  name: 'Nome',
  destination: 'Destinazione',
  destinations: { WebHook: 'Webhook', StorageQueue: 'Coda di archiviazione', AzureFunction: 'Funzione di Azure' },
  address: 'Indirizzo del webhook',
  addressHint:
    'Griglia di eventi invia prima un evento di convalida. Il webhook deve restituirne il codice, oppure occorre aprirne l’indirizzo entro 10 minuti.',
  storageAccount: 'ID dell’account di archiviazione',
  queue: 'Coda',
  function: 'ID della funzione',
  failures: 'Invia un evento anche se una scrittura o un’eliminazione non riesce',
  sample: 'Mostra evento di esempio',
  sampleOf: 'Evento di esempio',
  copySample: 'Copia evento',
  latestCommand: 'Mostra comando per la versione più recente',
  latestCommandOf: 'Comando per la versione più recente',
  copyCommand: 'Copia comando',
  create: 'Crea',
  running: 'Creazione della sottoscrizione di eventi in Azure…',
  failed: (message) => `La sottoscrizione di eventi non è stata creata. ${message}`,
  lacking:
    'Non è possibile creare sottoscrizioni di eventi in questo gruppo di risorse. Richiedere il ruolo EventGrid EventSubscription Contributor o inoltrare il codice.',
  issues: {
    NameInvalid: 'Immettere da 3 a 64 lettere, cifre o trattini.',
    AddressInvalid: 'Immettere un indirizzo che inizia con https://.',
    ResourceIdInvalid: 'Immettere l’ID di risorsa completo.',
    QueueNameInvalid: 'Immettere da 3 a 63 lettere minuscole, cifre o trattini singoli.',
  },
}

export const useVersionEventsTexts = catalogue({ en: versionEventsEn, it: versionEventsIt })
