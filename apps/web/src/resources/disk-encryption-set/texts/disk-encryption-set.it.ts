import { roleRequestIt } from '../../../i18n/role-request.ts'
import type { DiskEncryptionSetTexts } from './disk-encryption-set.en.ts'

export const diskEncryptionSetIt: DiskEncryptionSetTexts = {
  kind: 'Set di crittografia del disco',
  crumb: 'Set di crittografia del disco',
  properties: 'Proprietà',
  encryptionType: 'Tipo di crittografia',
  types: {
    EncryptionAtRestWithCustomerKey: 'Crittografia dei dati inattivi con una chiave gestita dal cliente',
    EncryptionAtRestWithPlatformAndCustomerKeys:
      'Doppia crittografia con chiavi gestite dalla piattaforma e dal cliente',
    ConfidentialVmEncryptedWithCustomerKey: 'Crittografia del disco riservato con una chiave gestita dal cliente',
  },
  typeFixed: 'Il tipo non può essere modificato.',
  region: 'Area',
  state: 'Stato di provisioning',
  states: {
    Succeeded: 'Riuscito',
    Creating: 'Creazione in corso',
    Updating: 'Aggiornamento in corso',
    Deleting: 'Eliminazione in corso',
    Failed: 'Non riuscito',
  },
  identity: 'Identità',
  ownIdentity: 'Assegnata dal sistema',
  noIdentity: 'Nessuna',
  federatedClient: 'Applicazione multi-tenant',
  resourceId: 'ID risorsa',
  moreInformation: 'Altre informazioni',
  asFarAsVisible: 'In base alle risorse che si è autorizzati a visualizzare.',
  key: {
    title: 'Chiave',
    vault: 'Insieme di credenziali delle chiavi',
    inAnotherTenant: 'in un altro tenant',
    elsewhere: 'in un’altra sottoscrizione o in un altro tenant',
    key: 'Chiave',
    version: 'Versione',
    lastRotation: 'Ultima modifica della chiave',
    neverRotated: 'Non indicata',
    previous: 'Chiavi precedenti',
    rotating:
      'Azure sta passando il set e le relative risorse alla nuova chiave. Mantenere abilitate le versioni precedenti della chiave fino al termine.',
    rotation: 'Rotazione automatica delle chiavi',
    rotationHint:
      'Il set passa a una nuova versione della chiave entro un’ora. Le nuove versioni sono create dal criterio di rotazione della chiave.',
    policy: 'Criterio di rotazione della chiave',
    policies: {
      every: (time) => `Nuova versione ogni ${time}`,
      beforeExpiry: (time) => `Nuova versione ${time} prima della scadenza`,
      needsExpiryDate: (time) =>
        `Nuova versione ${time} prima della scadenza, ma la chiave non ha una data di scadenza`,
      notifies: (time) => `Solo notifica, ${time} prima della scadenza`,
      none: 'Nessuno: non vengono create nuove versioni',
      unreadable: 'Sconosciuto: autorizzazione mancante',
    },
    newVersionsExpire: 'Scadenza delle nuove versioni',
    expireAfter: (time) => `${time} dopo la creazione`,
    neverExpire: 'Mai',
    rotationConfidential:
      'La rotazione automatica delle chiavi non è disponibile per i set riservati. Modificare qui la chiave.',
    on: 'Attivata',
    off: 'Disattivata',
    change: 'Modifica chiave…',
    rotationError: 'Rotazione automatica delle chiavi interrotta',
    rotationErrors: {
      ManagedServiceIdentityNotFound:
        'L’identità del set non esiste più in Microsoft Entra ID. Nel portale di Azure assegnare un’altra identità e concederle l’accesso alla chiave.',
    },
    rotationErrorOther: 'Azure riprova quando la causa viene risolta. Vedere i dettagli riportati di seguito.',
  },
  changeKey: {
    title: 'Modifica chiave',
    from: 'Selezione della chiave',
    fromVault: 'Seleziona da un insieme di credenziali delle chiavi in questa sottoscrizione e area',
    fromUrl: 'Immetti URL della chiave',
    vault: 'Insieme di credenziali delle chiavi',
    vaultHint: (region) => `È possibile usare solo insiemi di credenziali in ${region}.`,
    unprotected: 'senza protezione dalla rimozione definitiva, non utilizzabile',
    key: 'Chiave',
    version: 'Versione',
    currentKey: 'Chiave attuale',
    isCurrent: 'Questa versione è in uso. Scegliere un’altra versione o un’altra chiave.',
    latest: 'più recente',
    disabled: 'disabilitata',
    current: 'in uso',
    expires: (date) => `scadenza: ${date}`,
    created: (time) => `creazione: ${time}`,
    choose: 'Scegli…',
    loading: 'Caricamento…',
    noVaults: 'Nessun insieme di credenziali trovato o visualizzabile',
    noKeys: 'Nessuna chiave trovata o visualizzabile',
    url: 'URL della chiave',
    urlHint: (keyVaultDns: string) =>
      `Includere la versione della chiave: https://nome.${keyVaultDns}/keys/chiave/versione`,
    save: 'Salva',
    saving: 'Salvataggio in corso…',
    forbidden:
      'L’identità del set non ha accesso a questa chiave. Concederle l’accesso all’insieme di credenziali, quindi salvare di nuovo.',
    forbiddenElsewhere:
      'L’identità del set non ha accesso a questa chiave. Chiedere all’amministratore dell’insieme di credenziali di consentire get, wrapKey e unwrapKey, quindi salvare di nuovo.',
    keep: 'Mantenere abilitata la chiave precedente finché tutte le risorse del set non usano la nuova chiave.',
    issues: {
      NothingChanges: 'Il set usa già questa versione della chiave.',
      KeyUrlRequired: 'Scegliere una versione della chiave o immetterne l’URL.',
      KeyUrlInvalid: 'Immettere un URL valido per la chiave.',
      KeyVersionRequired: 'L’URL deve terminare con la versione della chiave.',
      KeyVaultNotOfKey: 'La chiave non si trova in questo insieme di credenziali.',
      KeyVaultInAnotherSubscription:
        'Per un insieme di credenziali in un’altra sottoscrizione, immettere l’URL della chiave.',
      KeyVaultInAnotherRegion: 'L’insieme di credenziali deve trovarsi nella stessa area del set.',
      KeyVaultWithoutPurgeProtection:
        'Nell’insieme di credenziali devono essere attivate l’eliminazione temporanea e la protezione dalla rimozione definitiva.',
      AutoRotationNotForConfidential: 'La rotazione automatica delle chiavi non è disponibile per i set riservati.',
    },
    urlOfAnotherCloud: (places: string) =>
      `Immettere l’URL di una chiave di questo cloud. Domini consentiti: ${places}.`,
  },
  saved: 'Modifica inviata ad Azure.',
  access: {
    title: 'Identità e accesso alla chiave',
    description: 'Requisiti per crittografare le risorse con questo set.',
  },
  uses: {
    title: 'Risorse crittografate',
    description: 'Le nuove versioni dell’immagine potrebbero essere visualizzate solo dopo alcuni minuti.',
    versions: 'Versioni dell’immagine',
    version: 'Versione dell’immagine',
    disksByRegion: 'Aree e dischi',
    confidentialDisk: 'Disco del sistema operativo, riservato',
    noVersions: 'Nessuna versione dell’immagine usa questo set.',
    resources: 'Dischi, snapshot e altre risorse',
    resource: 'Risorsa',
    type: 'Tipo',
    noResources: 'Nessun’altra risorsa usa questo set.',
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
    inUse: 'Il set è in uso e non può essere eliminato',
    versionsUse: (formatted) => `Versioni dell’immagine: ${formatted}.`,
    resourcesUse: (formatted) => `Altre risorse: ${formatted}.`,
    andMore: (formatted) => `+${formatted} nella pagina del set`,
    versionsText:
      'Azure consente di eliminare un set usato solo da versioni dell’immagine, che però non si potrebbero più aggiornare. Il portale impedisce l’eliminazione.',
    nothing: 'Nessuna delle risorse visualizzabili usa questo set. La chiave resta nell’insieme di credenziali.',
    delete: 'Elimina',
    gone: 'Set di crittografia del disco eliminato',
    goneAdvice: 'La chiave è ancora nell’insieme di credenziali.',
    toSets: 'Vai ai set di crittografia del disco',
    deleting: 'Eliminazione in corso…',
  },
  request: {
    intros: {
      change:
        'Non si dispone dell’autorizzazione per modificare la chiave. Inviare questa richiesta all’amministratore:',
      delete: 'Non si dispone dell’autorizzazione per eliminare il set. Inviare questa richiesta all’amministratore:',
    },
    change: (name, id) =>
      `Richiesta: modificare la chiave di un set di crittografia del disco, o assegnare il ruolo seguente al mio account.\n${roleRequestIt(
        {
          role: 'Collaboratore (Contributor), o un ruolo che includa Microsoft.Compute/diskEncryptionSets/write',
          scope: id,
          reason: `Modificare la chiave di ${name}`,
        },
      )}`,
    delete: (name, id) =>
      `Richiesta: eliminare un set di crittografia del disco, o assegnare il ruolo seguente al mio account.\n${roleRequestIt(
        {
          role: 'Collaboratore (Contributor), o un ruolo che includa Microsoft.Compute/diskEncryptionSets/delete',
          scope: id,
          reason: `Eliminare ${name}`,
        },
      )}`,
  },
}
