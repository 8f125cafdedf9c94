import type { PartState, PreparationIssueCode, PreparationProgress, PreparedPart } from '@portal/disk-encryption'
import type { PreparationPreview } from '@portal/portal-api'
import { catalogue } from '../../../i18n/catalogue.ts'

const sets = (count: number) => (count === 1 ? '1 disk encryption set' : `${count} disk encryption sets`)

/** Texts of creating disk encryption sets, in English. They come with that part of the portal only. */
const preparationEn = {
  open: (count: number, region: string) =>
    count === 1 ? `Create missing set in ${region}…` : `Create ${count} missing sets…`,
  underWay: (regions: string) => `Azure is creating disk encryption sets in ${regions}.`,
  showProgress: 'Show progress',
  title: 'Create disk encryption sets',
  steps: { names: 'Names', preview: 'Preview', progress: 'Progress' },
  names: {
    intro:
      'For each region, Azure creates a key vault, a key, an identity, and a disk encryption set in the gallery’s resource group.',
    pattern: 'Name pattern',
    patternHint: 'For all sets. For example, {Region} becomes JapanEast, and {region} becomes japaneast.',
    permissionModel: 'Permission model of new key vaults',
    permissionModels: { Roles: 'Azure role-based access control', AccessPolicies: 'Vault access policy' },
    rolesForbidden:
      'You don’t have permission to assign roles in this resource group, so access policies are used. To use roles, ask for that permission.',
    rotation: 'Auto key rotation',
    rotationHint: 'The set moves to a new key version within an hour.',
    keyRotation: 'Rotation policy of new keys',
    keyRotationHint:
      'New key versions are created automatically. Without a policy, there’s no new version that the set can move to.',
    rotateAfter: 'Days until a new version',
    expireAfter: 'Days until a version expires',
    orchestrator: 'Object ID of the Confidential VM Orchestrator',
    orchestratorHint:
      'Releases the keys of confidential disks. To find the ID, run: az ad sp show --id bf7b6499-ff71-4aa2-97a4-f372087be7f0 --query id',
    set: 'Disk encryption set',
    vault: 'Key vault',
    newVault: 'New key vault',
    vaultName: 'Key vault name',
    key: 'Key',
    newKey: 'New key',
    keyName: 'Key name',
    identity: 'User-assigned identity',
    labelIn: (label: string, region: string) => `${label} in ${region}`,
    preview: 'Preview',
  },
  elsewhere: {
    place: 'Keys',
    places: { here: 'In key vaults of this tenant', there: 'In another tenant’s key vaults' },
    intro:
      'For each region, Azure creates a disk encryption set in the gallery’s resource group. Its key stays in the other tenant’s key vault.',
    client: 'Multi-tenant application',
    clientHint: 'Client ID. The other tenant grants this application access to its keys.',
    identity: 'User-assigned identity',
    identityHint: 'Resource ID. The application trusts this identity through a federated identity credential.',
    keyUrl: 'Key URL',
    keyUrlHint: (keyVaultDns: string) =>
      `In a key vault in this region, with the key version: https://name.${keyVaultDns}/keys/key/version`,
    here: 'Create the application and the identity',
    there: 'Request for the other tenant',
    request: ({ application, regions, commands }: { application: string; regions: string; commands: string }) =>
      `Please allow us to encrypt disks with a key that stays in your tenant.

1. For each region, create a key vault with purge protection in that region, and in it an RSA key of 2,048, 3,072, or 4,096 bits.
   Regions: ${regions}
2. Grant our multi-tenant application access to the key vault: the role Key Vault Crypto Service Encryption User.
   Application (client) ID: ${application}
3. Send us the URL of the key, with its version.

Azure CLI commands for step 2, in your tenant:
${commands}`,
  },
  issues: {
    DiskEncryptionSetNameInvalid: 'Use 1 to 80 letters, digits, hyphens, and underscores.',
    DiskEncryptionSetLimitReached:
      'The subscription has reached the limit of 5,000 disk encryption sets in this region. Delete an unused one, or leave the region out.',
    DiskEncryptionSetNameTaken: 'The resource group already has a set with this name.',
    DiskEncryptionSetNameTwice: 'Two sets can’t have the same name.',
    IdentityNameInvalid: 'Use 3 to 128 letters, digits, hyphens, and underscores. Start with a letter or digit.',
    KeyVaultNameInvalid: 'Use 3 to 24 letters, digits, and single hyphens. Start with a letter.',
    KeyVaultNameTaken: 'Name in use, or reserved by a deleted key vault.',
    KeyNameInvalid: 'Use 1 to 127 letters, digits, and hyphens.',
    KeyRotationInvalid:
      'Expire after at least 28 days. Rotate at least 7 days after creation and 7 days before expiration.',
    AttestationProviderMissing: 'No attestation provider in this region. Choose an existing key.',
    OrchestratorInvalid: 'Enter an object ID (GUID).',
    FederatedClientIdInvalid: 'Enter a client ID (GUID).',
    UserAssignedIdentityInvalid: 'Enter the resource ID of a user-assigned identity: /subscriptions/…',
    KeyUrlInvalid: 'Enter a valid key URL.',
    KeyUrlOfAnotherCloud: 'Enter a key URL of this cloud.',
    KeyVersionRequired: 'The URL must end with the key version.',
  } satisfies Record<PreparationIssueCode, string>,
  parts: {
    identity: 'Identity',
    vault: 'Key vault',
    key: 'Key',
    grant: 'Key access',
    diskEncryptionSet: 'Disk encryption set',
  } satisfies Record<PreparedPart, string>,
  preview: {
    asking: 'Getting a preview from Azure…',
    nothingYet: 'Nothing has been created yet. Azure’s preview of the changes:',
    region: 'Region',
    resource: 'Resource',
    change: 'Change',
    rotates: (rotateAfter: string, expireAfter: string) =>
      `New version every ${rotateAfter}, expires after ${expireAfter}`,
    changes: {
      Create: 'Create',
      Modify: 'Modify',
      NoChange: 'No change',
      Deploy: 'Deploy',
      Unsupported: 'Can’t be previewed',
    } satisfies Record<PreparationPreview['changes'][number]['changeType'], string>,
    missingTitle: 'Missing permissions',
    missing: (actions: string) => `Required in this resource group: ${actions}.`,
    useAccessPolicies: 'Use vault access policies',
    requestTitle: 'Request for your administrator',
    request: (command: string) =>
      `Please allow my account to assign roles in our resource group.\nReason: Give managed identities access to the keys of disk encryption sets\nCommand: ${command}`,
    back: 'Change names',
    create: (count: number) => `Create ${sets(count)}`,
  },
  progress: {
    states: {
      Running: 'Creating',
      AwaitingGrant: 'Waiting for access',
      Succeeded: 'Created',
      Failed: 'Failed',
      Canceled: 'Canceled',
    } satisfies Record<PreparationProgress['state'], string>,
    partStates: {
      Waiting: 'Waiting',
      Running: 'Creating',
      AwaitingGrant: 'Waiting for access',
      Succeeded: 'Created',
      Failed: 'Failed',
    } satisfies Record<PartState, string>,
    others:
      'Someone else started this. Trying again uses your permissions: continue only if you recognize these names and this access.',
    leave: 'You can close this page and come back later.',
    awaiting: (time: string) => `Access is granted, but can take a few minutes to apply. Next try in ${time}.`,
    awaitingNow: 'Access is granted, but can take a few minutes to apply. Trying again…',
    made: (count: number) => (count === 1 ? '1 set created and chosen.' : `${count} sets created and chosen.`),
    failed: 'Creation didn’t finish. Try again to create the remaining resources.',
    canceled: 'The deployment was canceled in Azure.',
    tryAgain: 'Try again',
    took: (time: string) => `in ${time}`,
  },
}
const setsIt = (count: number) =>
  count === 1 ? '1 set di crittografia del disco' : `${count} set di crittografia del disco`

const preparationIt: typeof preparationEn = {
  open: (count, region) => (count === 1 ? `Crea set mancante in ${region}…` : `Crea ${count} set mancanti…`),
  underWay: (regions) => `Azure sta creando set di crittografia del disco in ${regions}.`,
  showProgress: 'Mostra stato',
  title: 'Crea set di crittografia del disco',
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
    create: (count) => `Crea ${setsIt(count)}`,
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

/** The texts of making disk encryption sets in the language shown. */
export const usePreparationTexts = catalogue({ en: preparationEn, it: preparationIt })
