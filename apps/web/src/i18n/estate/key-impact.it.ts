import type { KeyImpactTexts } from './key-impact.en.ts'

/** The Italian texts of key impact. */
export const keyImpactIt: KeyImpactTexts = {
  choose: 'Chiavi',
  chooseAdvice: 'Scegliere una chiave per vedere che cosa ne dipende.',
  searchKeys: 'Cerca per insieme di credenziali o chiave',
  noKeys: 'Nessuna chiave da visualizzare',
  noKeysAdvice: 'Sono visibili solo le chiavi dei set di crittografia del disco che si è autorizzati a visualizzare.',
  key: 'Chiave',
  vault: 'Insieme di credenziali delle chiavi',
  setCount: 'Set',
  allKeys: 'Scegli un’altra chiave',
  ofSet: 'Set da modificare',
  noneFound: 'Nessun set di crittografia del disco usa questa chiave',
  noneFoundAdvice: 'Non ne dipende nulla, oppure non si è autorizzati a visualizzare i set.',
  noKeyFound: 'Nessuna chiave gestita dal cliente trovata',
  noKeyFoundAdvice:
    'La crittografia usa chiavi gestite dalla piattaforma, oppure non si è autorizzati a visualizzare i set.',
  whatIf: {
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
      unknown: 'Non noto',
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
