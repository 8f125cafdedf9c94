import type { DiskEncryptionSetTexts } from './disk-encryption-set.en.ts'

export const diskEncryptionSetIt: DiskEncryptionSetTexts = {
  kind: 'Set di crittografia del disco',
  crumb: 'Set di crittografia del disco',
  openInAzure: 'Apri nel portale di Azure',
  properties: 'Proprietà',
  encryptionType: 'Tipo di crittografia',
  types: {
    EncryptionAtRestWithCustomerKey: 'Crittografia dei dati inattivi con una chiave gestita dal cliente',
    EncryptionAtRestWithPlatformAndCustomerKeys:
      'Crittografia doppia con chiavi gestite dalla piattaforma e dal cliente',
    ConfidentialVmEncryptedWithCustomerKey: 'Crittografia dischi riservata con una chiave gestita dal cliente',
  },
  typeFixed: 'Azure non consente di cambiare il tipo.',
  region: 'Area',
  state: 'Stato',
  states: {
    Succeeded: 'Pronto',
    Creating: 'In creazione',
    Updating: 'In aggiornamento',
    Deleting: 'In eliminazione',
    Failed: 'Non riuscito',
  },
  identity: 'Identità',
  ownIdentity: 'Assegnata dal sistema',
  noIdentity: 'Nessuna',
  federatedClient: 'Applicazione multi-tenant',
  resourceId: 'ID risorsa',
  key: {
    title: 'Chiave',
    vault: 'Insieme di credenziali delle chiavi',
    elsewhere: 'in un’altra sottoscrizione o in un altro tenant',
    key: 'Chiave',
    version: 'Versione',
    lastRotation: 'Ultimo cambio della chiave',
    neverRotated: 'Azure non ne riporta',
    previous: 'Chiavi che vengono lasciate',
    rotating:
      'Azure sta passando il set, e ciò che crittografa, alla nuova chiave. Mantenere abilitate le versioni precedenti fino al termine.',
    rotation: 'Rotazione automatica delle chiavi',
    rotationHint:
      'Il set passa a una nuova versione della chiave entro un’ora. A creare le nuove versioni è il criterio di rotazione della chiave.',
    policy: 'Criterio di rotazione della chiave',
    policies: {
      every: (time) => `Nuova versione ogni ${time}`,
      beforeExpiry: (time) => `Nuova versione ${time} prima della scadenza dell’ultima`,
      needsExpiryDate: (time) =>
        `Nuova versione ${time} prima della scadenza dell’ultima: mai, perché non ha una data di scadenza`,
      notifies: (time) => `Solo notifica, ${time} prima della scadenza della chiave`,
      none: 'Nessuno: niente crea nuove versioni',
      unreadable: 'Nessuna autorizzazione per visualizzarlo',
    },
    newVersionsExpire: 'Scadenza delle nuove versioni',
    expireAfter: (time) => `${time} dopo la creazione`,
    neverExpire: 'Mai',
    rotationConfidential: 'Azure non ruota da solo le chiavi dei set riservati. Cambiare qui la chiave.',
    on: 'Attiva',
    off: 'Disattivata',
    change: 'Cambia la chiave…',
    rotationError: 'Azure non ruota più da solo questa chiave',
    rotationErrors: {
      ManagedServiceIdentityNotFound:
        'L’identità del set non è più in Microsoft Entra ID. Assegnarne di nuovo una nel portale di Azure e consentirle di usare la chiave; poi Azure riprende.',
    },
    rotationErrorOther:
      'Azure non riprova finché la causa non è risolta. Ciò che il portale ha rilevato è indicato sotto.',
  },
  changeKey: {
    title: 'Cambia la chiave',
    close: 'Chiudi',
    from: 'Dove si trova la chiave',
    fromVault: 'In un insieme di credenziali delle chiavi di questa sottoscrizione e area',
    fromUrl: 'Altrove: immettere l’URL della chiave',
    vault: 'Insieme di credenziali delle chiavi',
    vaultHint: (region) => `Insiemi di credenziali delle chiavi in ${region}, come richiede Azure.`,
    unprotected: 'senza protezione dall’eliminazione: Azure lo rifiuta',
    key: 'Chiave',
    version: 'Versione',
    latest: 'la più recente',
    disabled: 'disabilitata',
    current: 'in uso',
    expires: (date) => `fino al ${date}`,
    created: (time) => `creata ${time}`,
    choose: 'Scegliere…',
    loading: 'Caricamento…',
    noVaults: 'In quest’area non ci sono insiemi di credenziali delle chiavi, o nessuno visibile.',
    noKeys: 'In questo insieme di credenziali non ci sono chiavi, o nessuna visibile.',
    url: 'URL della chiave',
    urlHint: (keyVaultDns: string) =>
      `Con la versione, anche dove Azure ruota la chiave: https://nome.${keyVaultDns}/keys/chiave/versione`,
    save: 'Salva',
    cancel: 'Annulla',
    saving: 'Azure sta accettando la modifica.',
    forbidden:
      'L’identità del set non può ancora usare quella chiave. Concederle l’accesso all’insieme di credenziali, poi salvare di nuovo.',
    forbiddenElsewhere:
      'L’identità del set non può ancora usare quella chiave. Chiedere a chi gestisce l’insieme di credenziali di consentirle di leggere le chiavi, eseguirne il wrapping e annullarlo, poi salvare di nuovo.',
    keep: 'Mantenere abilitata la chiave precedente finché Azure non ha spostato tutto ciò che il set crittografa.',
    issues: {
      NothingChanges: 'È la chiave che il set ha già.',
      KeyUrlRequired: 'Scegliere una versione di una chiave o immetterne l’URL.',
      KeyUrlInvalid: 'Non è l’URL di una chiave.',
      KeyVersionRequired: 'L’URL deve terminare con la versione della chiave.',
      KeyVaultNotOfKey: 'La chiave non è in questo insieme di credenziali.',
      KeyVaultInAnotherSubscription:
        'Un insieme di credenziali di un’altra sottoscrizione si indica solo con l’URL della sua chiave.',
      KeyVaultInAnotherRegion: 'L’insieme di credenziali deve essere nell’area del set.',
      KeyVaultWithoutPurgeProtection:
        'L’insieme di credenziali deve avere l’eliminazione temporanea e la protezione dall’eliminazione attive.',
      AutoRotationNotForConfidential: 'Azure non ruota da solo le chiavi dei set riservati.',
    },
    urlOfAnotherCloud: (places: string) =>
      `Azure non accetta chiavi da lì. Gli insiemi di credenziali di questo cloud si trovano in ${places}.`,
  },
  saved: 'La modifica è stata inviata ad Azure.',
  access: {
    title: 'Identità e accesso alla chiave',
    description: 'Ciò che serve ad Azure perché il set possa crittografare, per quanto è possibile leggere.',
  },
  uses: {
    title: 'Che cosa crittografa',
    description:
      'Per quanto è possibile vedere. Le versioni dell’immagine vengono da Azure Resource Graph, con qualche minuto di ritardo.',
    versions: 'Versioni dell’immagine',
    version: 'Versione dell’immagine',
    disksByRegion: 'Aree e dischi',
    confidentialDisk: 'Disco del sistema operativo, riservato',
    noVersions: 'Nessuna versione dell’immagine indica questo set.',
    resources: 'Dischi, snapshot e altre risorse',
    resource: 'Risorsa',
    type: 'Tipo',
    noResources: 'Azure non elenca altre risorse che usano questo set.',
    more: (count, formatted) => (count === 1 ? 'Mostra 1 altra' : `Mostra altre ${formatted}`),
    resourceTypes: {
      'microsoft.compute/disks': 'Disco',
      'microsoft.compute/snapshots': 'Snapshot',
      'microsoft.compute/images': 'Immagine',
      'microsoft.compute/virtualmachines': 'Macchina virtuale',
      'microsoft.compute/virtualmachinescalesets': 'Set di scalabilità di macchine virtuali',
    },
  },
  delete: {
    open: 'Elimina…',
    title: (name) => `Elimina ${name}`,
    reading: 'Ricerca di ciò che usa il set.',
    inUse: 'Questo set non può essere eliminato: è in uso',
    versionsUse: (count, formatted) =>
      count === 1 ? '1 versione dell’immagine lo indica.' : `${formatted} versioni dell’immagine lo indicano.`,
    resourcesUse: (count, formatted) =>
      count === 1
        ? '1 altra risorsa è crittografata con esso.'
        : `${formatted} altre risorse sono crittografate con esso.`,
    andMore: (count, formatted) =>
      count === 1 ? '1 altra risorsa, elencata nella pagina' : `altre ${formatted} risorse, elencate nella pagina`,
    versionsText:
      'Azure eliminerebbe un set indicato solo da versioni dell’immagine; queste non potrebbero più essere aggiornate. Il portale non lo permette.',
    nothing: 'Per quanto è possibile vedere, nulla usa questo set. La chiave resta nell’insieme di credenziali.',
    confirm: (name) => `Digitare ${name} per confermare`,
    delete: 'Elimina',
    cancel: 'Annulla',
    close: 'Chiudi',
    mismatch: 'Non è il nome del set.',
    gone: 'Il set è stato eliminato',
    goneAdvice: 'Azure non lo ha più. La sua chiave è ancora nell’insieme di credenziali.',
    toSets: 'Vai ai set di crittografia del disco',
    deleting: 'Azure sta eliminando il set.',
  },
  request: {
    intro: 'Non si dispone dell’autorizzazione. Inviare questa richiesta a chi ne dispone:',
    change: (name, id) =>
      `Cambiare la chiave del set di crittografia del disco ${name}, o consentirmi di farlo: un ruolo con l’azione Microsoft.Compute/diskEncryptionSets/write.\nSet di crittografia del disco: ${id}`,
    delete: (name, id) =>
      `Eliminare il set di crittografia del disco ${name}, o consentirmi di farlo: un ruolo con l’azione Microsoft.Compute/diskEncryptionSets/delete.\nSet di crittografia del disco: ${id}`,
  },
}
