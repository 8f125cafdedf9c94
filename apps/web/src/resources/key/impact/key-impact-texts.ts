import type { ImpactCode, ImpactList, ImpactEvent } from '@portal/disk-encryption'
import { catalogue } from '../../../i18n/catalogue.ts'

const eventNames: Record<ImpactEvent['type'], string> = {
  keyDisabled: 'The key is disabled',
  keyExpired: 'The key expires',
  keyDeleted: 'The key is deleted',
  keyPurged: 'The key is deleted and purged',
  setKeyChanged: 'The set gets another key',
  vaultClosed: 'The firewall blocks the key vault',
}

const eventHints: Record<ImpactEvent['type'], string> = {
  keyDisabled: 'Every version of the key that a set uses is disabled.',
  keyExpired: 'Every version of the key that a set uses is past its expiry date.',
  keyDeleted: 'The key can be recovered until its vault’s retention period ends.',
  keyPurged:
    'A purged key can’t be recovered, nor can the data. Purge protection prevents this until the retention ends.',
  setKeyChanged: 'The new key is one that the set can use. Azure refuses any other.',
  vaultClosed:
    'For all keys of the vault: the firewall also blocks trusted Microsoft services. While it allows them, nothing changes for the sets.',
}

const lists: Record<ImpactList, string> = {
  stops: 'Stops within the hour',
  failsAtStart: 'Fails at the next start',
  cannotCreate: 'Can’t be created or replicated',
  goesOn: 'Keeps working',
  unknown: 'Not known',
}

const reasons: Record<ImpactCode, string> = {
  KeyUnavailable:
    'Reads and writes begin to fail, and Azure shuts the machine down. It can’t start until the key is back.',
  AccessRevoked:
    'Azure can’t reach the key, so data on the disks becomes inaccessible. Azure documents the one-hour limit only for keys that are disabled or deleted.',
  StartNeedsKey: 'The machine isn’t running, and can’t start without the key.',
  SetNeedsKey: 'No disk, machine, or image version region can be encrypted with the set.',
  VersionNeedsKey: 'No disk or machine can be created from the version in these regions.',
  DiskNeedsKey: 'Its data can’t be read: no machine can use it, and it can’t be copied.',
  NewInstancesNeedKey: 'No instances can be added.',
  OtherRegions: 'The version is still usable in these regions, which don’t depend on the key.',
  OtherKey: 'It doesn’t depend on the key.',
  RunsWithExpiredKey:
    'Microsoft confirmed that existing disks continue to work. One page of Azure’s documentation still says that machines shut down.',
  KeyChangedWithoutRestart: 'Azure re-encrypts the disks’ keys without restarting the machine.',
  FollowsNewKey: 'Azure updates it to the new key.',
  StartWithExpiredKey: 'Whether it can start with an expired key isn’t clear: reports differ.',
  DiskWithExpiredKey: 'Whether it can be attached or copied with an expired key isn’t documented.',
  PowerStateUnknown: 'Azure returned no power state.',
  MachineUnread: 'You don’t have permission to view the machine that the disk is attached to.',
  DeletedVersionKeys: 'Azure doesn’t return the keys of deleted versions. Restoring it might fail.',
  PreviousKey: 'A key rotation is in progress. Azure might still need the previous key.',
  OldKeyUntilChanged: 'Azure still needs the previous key until the change is complete. Don’t disable it earlier.',
  ReplicationFromHome: 'Its source region is affected. Whether it can be replicated to other regions isn’t documented.',
  ConfidentialKeyChange:
    'Confidential machines must be stopped before the change. The result otherwise isn’t documented.',
}

/** The English texts of key impact. */
const keyImpactEn = {
  choose: 'Keys',
  chooseAdvice: 'Choose a key to see what depends on it.',
  searchKeys: 'Search by key vault or key',
  noKeys: 'No keys to display',
  noKeysAdvice: 'Only keys of disk encryption sets that you have permission to view appear here.',
  key: 'Key',
  stops: 'Stops',
  stopsWhole: 'Running virtual machines that stop without the key',
  versionCount: 'Versions',
  setCount: 'Sets',
  allKeys: 'Choose another key',
  ofSet: 'Set to change',
  noneFound: 'No disk encryption set uses this key',
  noneFoundAdvice: 'Either nothing depends on it, or you don’t have permission to view the sets.',
  noKeyFound: 'No customer-managed key found',
  noKeyFoundAdvice: 'It’s encrypted with platform-managed keys, or you don’t have permission to view its sets.',
  forecast: {
    title: 'What if',
    description: 'A forecast from Azure’s documentation. It changes nothing.',
    event: 'Event',
    events: eventNames,
    hints: eventHints,
    lists,
    reasons,
    documentation: 'Azure documentation',
    none: 'None',
    regions: (label: string, regions: string) => `${label}: ${regions}`,
    instances: (label: string, count: string) => `${label}: ${count} instances`,
    more: (count: string) => `Show ${count} more`,
    asFarAsVisible: 'Only what you have permission to view is counted.',
    binsIncomplete: 'Some recycle bins couldn’t be read.',
  },
  chain: {
    title: 'Dependencies',
    description:
      'Everything encrypted with the key. Select an item to highlight what it depends on and what depends on it.',
    view: 'View',
    columns: 'Diagram',
    table: 'Table',
    kinds: {
      key: 'Keys',
      set: 'Disk encryption sets',
      version: 'Image versions',
      disk: 'Disks and snapshots',
      machine: 'Machines and scale sets',
    },
    kind: {
      key: 'Key',
      set: 'Disk encryption set',
      version: 'Image version',
      disk: 'Disk',
      snapshot: 'Snapshot',
      machine: 'Virtual machine',
      scaleSet: 'Scale set',
    },
    keys: 'Arrow keys move between items and columns, and Enter selects.',
    empty: 'None',
    openPage: 'Open page',
    forecast: 'Forecast',
    name: 'Name',
    type: 'Type',
    region: 'Region',
    state: 'Status',
    dependsOn: 'Depends on',
    unattached: 'Unattached',
    attached: 'Attached',
    count: (title: string, count: string) => `${title} (${count})`,
    rows: (shown: string, total: string) => `Rows shown: ${shown} of ${total}`,
  },
}

/** The Italian texts of key impact. */
const keyImpactIt: typeof keyImpactEn = {
  choose: 'Chiavi',
  chooseAdvice: 'Scegliere una chiave per vedere che cosa ne dipende.',
  searchKeys: 'Cerca per insieme di credenziali o chiave',
  noKeys: 'Nessuna chiave da visualizzare',
  noKeysAdvice: 'Sono visibili solo le chiavi dei set di crittografia del disco che si è autorizzati a visualizzare.',
  key: 'Chiave',
  stops: 'Si arrestano',
  stopsWhole: 'Macchine virtuali in esecuzione che si arrestano senza la chiave',
  versionCount: 'Versioni',
  setCount: 'Set',
  allKeys: 'Scegli un’altra chiave',
  ofSet: 'Set da modificare',
  noneFound: 'Nessun set di crittografia del disco usa questa chiave',
  noneFoundAdvice: 'Non ne dipende nulla, oppure non si è autorizzati a visualizzare i set.',
  noKeyFound: 'Nessuna chiave gestita dal cliente trovata',
  noKeyFoundAdvice:
    'La crittografia usa chiavi gestite dalla piattaforma, oppure non si è autorizzati a visualizzare i set.',
  forecast: {
    title: 'Simulazione',
    description: 'Una previsione basata sulla documentazione di Azure. Non modifica nulla.',
    event: 'Evento',
    events: {
      keyDisabled: 'La chiave viene disabilitata',
      keyExpired: 'La chiave scade',
      keyDeleted: 'La chiave viene eliminata',
      keyPurged: 'La chiave viene eliminata definitivamente',
      setKeyChanged: 'Il set riceve un’altra chiave',
      vaultClosed: 'Il firewall blocca l’insieme di credenziali',
    },
    hints: {
      keyDisabled: 'Ogni versione della chiave usata da un set viene disabilitata.',
      keyExpired: 'Ogni versione della chiave usata da un set ha superato la data di scadenza.',
      keyDeleted: 'La chiave è recuperabile fino al termine del periodo di conservazione dell’insieme di credenziali.',
      keyPurged:
        'Né la chiave né i dati sono recuperabili. La protezione dalla rimozione definitiva lo impedisce fino al termine della conservazione.',
      setKeyChanged: 'La nuova chiave è utilizzabile dal set. Azure rifiuta qualsiasi altra chiave.',
      vaultClosed:
        'Per tutte le chiavi: il firewall blocca anche i servizi Microsoft attendibili. Finché li ammette, per i set non cambia nulla.',
    },
    lists: {
      stops: 'Si arresta entro un’ora',
      failsAtStart: 'Errore al prossimo avvio',
      cannotCreate: 'Creazione o replica impossibile',
      goesOn: 'Continua a funzionare',
      unknown: 'Sconosciuto',
    },
    reasons: {
      KeyUnavailable:
        'Le operazioni di lettura e scrittura non riescono più e Azure arresta la macchina. Non può riavviarsi senza la chiave.',
      AccessRevoked:
        'Azure non raggiunge la chiave e i dati dei dischi diventano inaccessibili. Azure documenta il limite di un’ora solo per le chiavi disabilitate o eliminate.',
      StartNeedsKey: 'La macchina non è in esecuzione e non può avviarsi senza la chiave.',
      SetNeedsKey: 'Il set non può crittografare dischi, macchine o aree di una versione dell’immagine.',
      VersionNeedsKey: 'In queste aree non è possibile creare dischi o macchine dalla versione.',
      DiskNeedsKey: 'I dati non sono leggibili: nessuna macchina può usarlo e non può essere copiato.',
      NewInstancesNeedKey: 'Non è possibile aggiungere istanze.',
      OtherRegions: 'La versione resta utilizzabile in queste aree, che non dipendono dalla chiave.',
      OtherKey: 'Non dipende dalla chiave.',
      RunsWithExpiredKey:
        'Microsoft ha confermato che i dischi esistenti continuano a funzionare. Una pagina della documentazione di Azure indica ancora l’arresto delle macchine.',
      KeyChangedWithoutRestart: 'Azure crittografa di nuovo le chiavi dei dischi senza riavviare la macchina.',
      FollowsNewKey: 'Azure lo aggiorna alla nuova chiave.',
      StartWithExpiredKey: 'Non è chiaro se possa avviarsi con una chiave scaduta: le segnalazioni divergono.',
      DiskWithExpiredKey: 'Non è documentato se possa essere collegato o copiato con una chiave scaduta.',
      PowerStateUnknown: 'Azure non ha restituito lo stato di alimentazione.',
      MachineUnread: 'Non si è autorizzati a visualizzare la macchina a cui è collegato il disco.',
      DeletedVersionKeys:
        'Azure non restituisce le chiavi delle versioni eliminate. Il ripristino potrebbe non riuscire.',
      PreviousKey:
        'È in corso una rotazione della chiave. Azure potrebbe avere ancora bisogno della chiave precedente.',
      OldKeyUntilChanged:
        'Azure ha bisogno della chiave precedente fino al termine della modifica. Non disabilitarla prima.',
      ReplicationFromHome: 'L’area di origine è interessata. Non è documentato se la replica in altre aree riesca.',
      ConfidentialKeyChange:
        'Le macchine riservate vanno arrestate prima della modifica. Il risultato altrimenti non è documentato.',
    },
    documentation: 'Documentazione di Azure',
    none: 'Nessuno',
    regions: (label, regions) => `${label}: ${regions}`,
    instances: (label, count) => `${label}: ${count} istanze`,
    more: (count) => `Mostra altri ${count}`,
    asFarAsVisible: 'È conteggiato solo ciò che si è autorizzati a visualizzare.',
    binsIncomplete: 'Impossibile leggere alcuni cestini.',
  },
  chain: {
    title: 'Dipendenze',
    description:
      'Tutto ciò che è crittografato con la chiave. Selezionare un elemento per evidenziare da che cosa dipende e che cosa ne dipende.',
    view: 'Visualizzazione',
    columns: 'Diagramma',
    table: 'Tabella',
    kinds: {
      key: 'Chiavi',
      set: 'Set di crittografia del disco',
      version: 'Versioni dell’immagine',
      disk: 'Dischi e snapshot',
      machine: 'Macchine e set di scalabilità',
    },
    kind: {
      key: 'Chiave',
      set: 'Set di crittografia del disco',
      version: 'Versione dell’immagine',
      disk: 'Disco',
      snapshot: 'Snapshot',
      machine: 'Macchina virtuale',
      scaleSet: 'Set di scalabilità',
    },
    keys: 'I tasti di direzione spostano tra elementi e colonne, Invio seleziona.',
    empty: 'Nessuno',
    openPage: 'Apri pagina',
    forecast: 'Previsione',
    name: 'Nome',
    type: 'Tipo',
    region: 'Area',
    state: 'Stato',
    dependsOn: 'Dipende da',
    unattached: 'Non collegato',
    attached: 'Collegato',
    count: (title, count) => `${title} (${count})`,
    rows: (shown, total) => `Righe visualizzate: ${shown} di ${total}`,
  },
}

/** The texts of key impact, in the language shown. */
export const useKeyImpactTexts = catalogue({ en: keyImpactEn, it: keyImpactIt })
