import type { PreparationTexts } from './preparation.en.ts'

const sets = (count: number) =>
  count === 1 ? '1 set di crittografia del disco' : `${count} set di crittografia del disco`

export const preparationIt: PreparationTexts = {
  open: (count, region) => (count === 1 ? `Crea set mancante in ${region}…` : `Crea ${count} set mancanti…`),
  underWay: (regions) => `Azure sta creando set di crittografia del disco in ${regions}.`,
  showProgress: 'Mostra stato',
  title: 'Crea set di crittografia del disco',
  close: 'Chiudi',
  steps: { names: 'Nomi', preview: 'Anteprima', progress: 'Stato' },
  names: {
    intro:
      'Per ogni area Azure crea un insieme di credenziali, una chiave, un’identità e un set di crittografia del disco nel gruppo di risorse della raccolta.',
    pattern: 'Modello dei nomi',
    patternHint: 'Per tutti i set. Ad esempio, {Region} diventa JapanEast e {region} diventa japaneast.',
    permissionModel: 'Modello di autorizzazione dei nuovi insiemi di credenziali',
    permissionModels: {
      Roles: 'Controllo degli accessi in base al ruolo di Azure',
      AccessPolicies: 'Criteri di accesso dell’insieme di credenziali',
    },
    rolesForbidden:
      'Non si dispone dell’autorizzazione per assegnare ruoli in questo gruppo di risorse, quindi si usano i criteri di accesso. Per usare i ruoli, richiedere l’autorizzazione.',
    rotation: 'Rotazione automatica delle chiavi',
    rotationHint: 'Il set passa a una nuova versione della chiave entro un’ora.',
    keyRotation: 'Criterio di rotazione delle nuove chiavi',
    keyRotationHint:
      'Le nuove versioni della chiave vengono create automaticamente. Senza un criterio, il set non ha nuove versioni a cui passare.',
    rotateAfter: 'Nuova versione della chiave dopo (giorni)',
    expireAfter: 'Scadenza della versione dopo (giorni)',
    orchestrator: 'ID oggetto di Confidential VM Orchestrator',
    orchestratorHint:
      'Rilascia le chiavi dei dischi riservati. Per trovare l’ID, eseguire: az ad sp show --id bf7b6499-ff71-4aa2-97a4-f372087be7f0 --query id',
    set: 'Set di crittografia del disco',
    vault: 'Insieme di credenziali delle chiavi',
    newVault: 'Nuovo insieme di credenziali delle chiavi',
    vaultName: 'Nome dell’insieme di credenziali delle chiavi',
    key: 'Chiave',
    newKey: 'Nuova chiave',
    keyName: 'Nome della chiave',
    identity: 'Identità assegnata dall’utente',
    labelIn: (label, region) => `${label} – ${region}`,
    preview: 'Anteprima',
  },
  elsewhere: {
    place: 'Chiavi',
    places: {
      here: 'In insiemi di credenziali delle chiavi di questo tenant',
      there: 'In insiemi di credenziali delle chiavi di un altro tenant',
    },
    intro:
      'Per ogni area, Azure crea un set di crittografia del disco nel gruppo di risorse della raccolta. La chiave resta nell’insieme di credenziali dell’altro tenant.',
    client: 'Applicazione multi-tenant',
    clientHint: 'ID client. L’altro tenant concede a questa applicazione l’accesso alle chiavi.',
    identity: 'Identità assegnata dall’utente',
    identityHint:
      'ID risorsa. L’applicazione considera attendibile questa identità tramite una credenziale di identità federata.',
    keyUrl: 'URL della chiave',
    keyUrlHint: (keyVaultDns: string) =>
      `In un insieme di credenziali in quest’area, con la versione della chiave: https://nome.${keyVaultDns}/keys/chiave/versione`,
    here: 'Creare l’applicazione e l’identità',
    there: 'Richiesta per l’altro tenant',
    request: ({ application, regions, commands }: { application: string; regions: string; commands: string }) =>
      `Richiesta: consentire la crittografia dei dischi con una chiave che resta nel vostro tenant.

1. Per ogni area, creare un insieme di credenziali delle chiavi con protezione dalla rimozione definitiva in quell’area e, al suo interno, una chiave RSA di 2048, 3072 o 4096 bit.
   Aree: ${regions}
2. Concedere alla nostra applicazione multi-tenant l’accesso all’insieme di credenziali: ruolo Utente di crittografia servizio di crittografia di Key Vault (Key Vault Crypto Service Encryption User).
   ID applicazione (client): ${application}
3. Inviare l’URL della chiave, con la versione.

Comandi dell’interfaccia della riga di comando di Azure per il passaggio 2, nel vostro tenant:
${commands}`,
  },
  issues: {
    DiskEncryptionSetNameInvalid: 'Usare da 1 a 80 lettere, cifre, trattini e caratteri di sottolineatura.',
    DiskEncryptionSetLimitReached:
      'La sottoscrizione ha raggiunto il limite di 5.000 set di crittografia del disco in quest’area. Eliminarne uno inutilizzato o escludere l’area.',
    DiskEncryptionSetNameTaken: 'Nel gruppo di risorse esiste già un set con questo nome.',
    DiskEncryptionSetNameTwice: 'Due set non possono avere lo stesso nome.',
    IdentityNameInvalid:
      'Usare da 3 a 128 lettere, cifre, trattini e caratteri di sottolineatura. Iniziare con una lettera o una cifra.',
    KeyVaultNameInvalid: 'Usare da 3 a 24 lettere, cifre e trattini singoli. Iniziare con una lettera.',
    KeyVaultNameTaken: 'Nome in uso o ancora assegnato a un insieme di credenziali eliminato.',
    KeyNameInvalid: 'Usare da 1 a 127 lettere, cifre e trattini.',
    KeyRotationInvalid:
      'Impostare la scadenza ad almeno 28 giorni. Impostare la nuova versione almeno 7 giorni dopo la creazione e 7 prima della scadenza.',
    AttestationProviderMissing:
      'Azure non ha un provider di attestazione in quest’area. Scegliere una chiave esistente.',
    OrchestratorInvalid: 'Immettere un ID oggetto (GUID).',
    FederatedClientIdInvalid: 'Immettere un ID client (GUID).',
    UserAssignedIdentityInvalid: 'Immettere l’ID risorsa di un’identità assegnata dall’utente: /subscriptions/…',
    KeyUrlInvalid: 'Immettere un URL della chiave valido.',
    KeyUrlOfAnotherCloud: 'Immettere un URL della chiave di questo cloud.',
    KeyVersionRequired: 'L’URL deve terminare con la versione della chiave.',
  },
  parts: {
    identity: 'Identità',
    vault: 'Insieme di credenziali delle chiavi',
    key: 'Chiave',
    grant: 'Accesso alla chiave',
    diskEncryptionSet: 'Set di crittografia del disco',
  },
  preview: {
    asking: 'Recupero dell’anteprima da Azure…',
    nothingYet: 'Non è stato ancora creato nulla. Modifiche previste da Azure:',
    region: 'Area',
    resource: 'Risorsa',
    change: 'Modifica',
    rotates: (rotateAfter, expireAfter) => `Nuova versione ogni ${rotateAfter}, scade dopo ${expireAfter}`,
    changes: {
      Create: 'Creazione',
      Modify: 'Modifica',
      NoChange: 'Nessuna modifica',
      Deploy: 'Distribuzione',
      Unsupported: 'Anteprima non disponibile',
    },
    missingTitle: 'Autorizzazioni mancanti',
    missing: (actions) => `Necessarie nel gruppo di risorse: ${actions}.`,
    useAccessPolicies: 'Usa criteri di accesso',
    requestTitle: 'Richiesta per l’amministratore',
    request: (command) =>
      `Richiesta: consentire al mio account di assegnare ruoli nel nostro gruppo di risorse.\nMotivo: Concedere alle identità gestite l’accesso alle chiavi dei set di crittografia del disco\nComando: ${command}`,
    back: 'Modifica nomi',
    create: (count) => `Crea ${sets(count)}`,
  },
  progress: {
    states: {
      Running: 'Creazione in corso',
      AwaitingGrant: 'In attesa dell’accesso alla chiave',
      Succeeded: 'Completato',
      Failed: 'Non riuscito',
      Canceled: 'Annullato',
    },
    partStates: {
      Waiting: 'In attesa',
      Running: 'Creazione in corso',
      AwaitingGrant: 'In attesa dell’accesso alla chiave',
      Succeeded: 'Completato',
      Failed: 'Non riuscito',
    },
    others:
      'Avviata da un’altra persona. Un nuovo tentativo usa le autorizzazioni dell’utente corrente: continuare solo se nomi e accesso sono quelli previsti.',
    leave: 'È possibile chiudere questa pagina e tornare in seguito.',
    awaiting: (time) => `Accesso alla chiave concesso, attivo entro alcuni minuti. Prossimo tentativo tra ${time}.`,
    awaitingNow: 'Accesso alla chiave concesso, attivo entro alcuni minuti. Nuovo tentativo in corso…',
    made: (count) => (count === 1 ? '1 set creato e selezionato.' : `${count} set creati e selezionati.`),
    failed: 'Creazione non completata. Riprovare per creare le risorse rimanenti.',
    canceled: 'La distribuzione è stata annullata in Azure.',
    tryAgain: 'Riprova',
    took: (time) => `in ${time}`,
  },
}
