import type { RefusalTexts } from './azure-errors.en.ts'

const lastName = (id: string | number) => String(id).split('/').at(-1) ?? String(id)

const limits = new Intl.NumberFormat('it')
const quotas: Record<string, string> = {
  Gallery: 'raccolte',
  GalleryImage: 'definizioni dell’immagine',
  GalleryImageVersion: 'versioni dell’immagine',
}

export const refusalsIt: RefusalTexts = {
  // Encryption and keys
  EncryptionIsCreateOnly: ({ lun, region }) =>
    `Impossibile aggiungere la crittografia al LUN ${lun} in ${region} dopo l’aggiunta dell’area. Rimuovere il set o creare una nuova versione.`,
  DiskEncryptionSetTypeMismatch: () =>
    'Il tipo di un set di crittografia del disco non corrisponde al tipo di crittografia. Scegliere set del tipo corrispondente.',
  KeyAccessForbidden: ({ identity, key, vault }) =>
    `${identity} non può usare la chiave ${key} in ${vault}. Concedere le autorizzazioni get, wrapKey e unwrapKey, attendere alcuni minuti e riprovare.`,
  KeyAccessForbiddenInAnotherTenant: ({ key, vault }) =>
    `L’applicazione multi-tenant non può usare la chiave ${key} in ${vault}. Chiedere all’altro tenant di assegnarle il ruolo Key Vault Crypto Service Encryption User.`,
  ApplicationNotInTenant: ({ application }) =>
    `L’applicazione ${application} non ha un’entità servizio nel tenant dell’insieme di credenziali. Chiedere a quel tenant di crearla e riprovare.`,
  FederatedCredentialMissing: () =>
    'L’applicazione multi-tenant non considera attendibile l’identità del set. Aggiungere una credenziale identità federata con l’ID entità di sicurezza come oggetto.',
  FederatedClientNotMultiTenant: () =>
    'L’ID client federato non è di un’applicazione multi-tenant del tenant. Immettere l’ID client dell’applicazione e verificarne i tipi di account supportati.',
  KeyVaultOfAnotherTenant: () =>
    'L’insieme di credenziali si trova in un altro tenant e nessuna applicazione vi accede. Usare un set con applicazione multi-tenant e identità assegnata dall’utente.',
  KeyNotEnabled: () =>
    'La chiave di un set di crittografia del disco è disabilitata. Abilitare la versione della chiave nell’insieme di credenziali o scegliere un altro set.',
  KeyVaultTokenNotAcquired: () =>
    'Un set di crittografia del disco non riesce ad accedere all’insieme di credenziali. Controllare l’identità gestita o scegliere un altro set.',
  DirectDriveDiskWithUserAssignedIdentity: () =>
    'I dischi Ultra e SSD Premium v2 non supportano set con identità assegnata dall’utente. Scegliere un set con identità assegnata dal sistema.',
  // Source, regions, the version's life
  SourceThrottled: ({ name }) => `Troppe letture di ${name} in questo momento. Attendere alcuni minuti e riprovare.`,
  SourceIsCreateOnly: () =>
    'Impossibile modificare l’origine di una versione dell’immagine. Per usare un’altra origine, creare una nuova versione.',
  SourceTypeInvalid: ({ name }) =>
    `Impossibile usare ${name} come origine di questo tipo. Scegliere di nuovo l’origine nella scheda Informazioni di base.`,
  SourceKindsMixed: () =>
    'Tutti i dischi devono avere lo stesso tipo di origine. Scegliere di nuovo l’origine nella scheda Informazioni di base.',
  DataDisksAreCreateOnly: () =>
    'Impossibile modificare i dischi dati e i LUN di una versione dell’immagine. Creare una nuova versione.',
  ManagedImageOfTrustedLaunchMachine: () =>
    'Le immagini gestite non supportano le macchine virtuali con avvio attendibile. Usare come origine la macchina virtuale o gli snapshot dei dischi.',
  StorageTypeIsCreateOnly: ({ region, storageAccountType }) =>
    `Impossibile modificare il tipo di account di archiviazione dell’area ${region}. Impostarlo su ${storageAccountType}, il tipo attuale.`,
  ReplicationFailed: ({ region, detail }) =>
    `Replica in ${region} non riuscita. Risolvere la causa, quindi rimuovere l’area e aggiungerla di nuovo. Messaggio di Azure: ${detail}`,
  DeletionBlockedBeforeEndOfLife: () =>
    'La versione è protetta dall’eliminazione fino alla data di fine del ciclo di vita. Disattivare la protezione o attendere tale data.',
  NestedResources: () =>
    'È possibile eliminare una raccolta o una definizione dell’immagine solo se è vuota. Eliminare prima le definizioni o le versioni.',
  GalleryQuotaReached: ({ quota, limit, region }) =>
    `La sottoscrizione ha raggiunto il limite di Azure in ${region}: ${typeof limit === 'number' ? limits.format(limit) : limit} ${quotas[quota] ?? quota}. Eliminare quelle precedenti o richiedere un limite superiore.`,
  GalleryNameNotUnique: ({ name }) =>
    `La sottoscrizione contiene già una raccolta denominata ${name}. Scegliere un altro nome.`,
  IdentifierNotUnique: ({ name }) =>
    `La definizione dell’immagine ${name} in questa raccolta usa già gli stessi valori di editore, offerta e SKU. Modificarne almeno uno.`,
  VersionMarkedForDeletion: ({ name }) =>
    `Impossibile modificare la versione ${name}: è in corso l’eliminazione. Attenderne il completamento o eliminare di nuovo la versione.`,
  // Virtual machines from a version
  VersionNotInRegion: ({ name, region }) =>
    `${name} non è replicata in ${region}. Aggiungere ${region} alle aree di destinazione o scegliere un’altra area.`,
  NoLatestVersion: ({ name }) =>
    `Nessuna versione di ${name} vale come più recente. Scegliere una versione o annullare un’esclusione.`,
  OsProfileNotAllowed: () =>
    'Le macchine virtuali create da un’immagine specializzata non possono avere un nuovo nome host o amministratore. Rimuoverli.',
  OsProfileMissing: () =>
    'Le macchine virtuali create da un’immagine generalizzata richiedono un nome host e un amministratore. Immetterli.',
  VersionSetInAnotherSubscription: ({ name, versionSubscription, subscription }) =>
    `Il set ${name} della versione si trova nella sottoscrizione ${versionSubscription}. Per ogni disco, scegliere un set nella sottoscrizione ${subscription}.`,
  PurchasePlanMismatch: ({ name }) =>
    `${name} e la definizione dell’immagine hanno piani di acquisto del marketplace diversi. Scegliere un’altra origine o una definizione con lo stesso piano di acquisto.`,
  PurchasePlanMissing: () =>
    'L’origine dell’immagine ha un piano di acquisto del marketplace, ma la richiesta non ne contiene. Creare definizione e versione con questo piano di acquisto.',
  PurchasePlanNotNeeded: () =>
    'L’immagine non ha un piano di acquisto del marketplace, quindi Azure non ne accetta uno. Rimuovere il piano di acquisto dalla richiesta.',
  PurchasePlanNotFound: ({ publisher, product }) =>
    `In Azure Marketplace non esiste l’offerta ${product} dell’editore ${publisher}. Controllare il piano di acquisto della definizione dell’immagine.`,
  EncryptionAtHostNotRegistered: () =>
    'La crittografia nell’host non è registrata per questa sottoscrizione. Registrare la funzionalità EncryptionAtHost di Microsoft.Compute o disattivare la crittografia nell’host.',
  // Access, policy, traffic
  AuthorizationFailed: ({ action, scope }) =>
    `Autorizzazione mancante per questa azione su ${lastName(scope)}. Richiedere un ruolo che includa ${action}.`,
  LinkedAuthorizationFailed: ({ action, scope }) =>
    `Autorizzazione mancante per usare ${lastName(scope)}, a cui fa riferimento la versione. Richiedere per tale risorsa un ruolo che includa ${action}.`,
  SubscriptionOfAnotherTenant: ({ subscription }) =>
    `La sottoscrizione ${subscription} è in un altro tenant che non ha autorizzato quello attuale. Scegliere una risorsa del proprio tenant o richiedere il consenso.`,
  ProviderNotRegistered: ({ namespace }) =>
    `La sottoscrizione non è registrata per ${namespace}. Registrare il provider di risorse e riprovare.`,
  DeniedByPolicy: ({ policy }) =>
    `Il criterio ${policy} rifiuta la richiesta. Scegliere la crittografia richiesta dal criterio o rivolgersi all’amministratore.`,
  ScopeLocked: ({ scopes }) =>
    `Operazione impedita da un blocco impostato su: ${String(scopes).split(',').map(lastName).join(', ')}. Chiedere a un proprietario di rimuovere il blocco e riprovare.`,
  BusyWithAnotherChange: () => 'È in corso un’altra operazione. Attenderne il completamento e riprovare.',
  TooManyRequests: () => 'Azure sta limitando le richieste. Attendere alcuni minuti e riprovare.',
  Unknown: ({ message }) => `Azure ha rifiutato la richiesta. Messaggio di Azure: ${message}`,
}
