import type { RefusalTexts } from './refusals.en.ts'

const lastName = (id: string | number) => String(id).split('/').at(-1) ?? String(id)

export const refusalsIt: RefusalTexts = {
  // Encryption and keys
  EncryptionIsCreateOnly: ({ lun, region }) =>
    `Azure imposta la crittografia di un disco quando l’area viene aggiunta: il LUN ${lun} nell’area ${region} non può ricevere un set adesso. Rimuoverlo o creare una nuova versione dell’immagine.`,
  DiskEncryptionSetTypeMismatch: () =>
    'Un set di crittografia del disco è di tipo diverso da quello richiesto dalla versione dell’immagine. Scegliere set del tipo di crittografia selezionato.',
  KeyAccessForbidden: ({ identity, key, vault }) =>
    `${identity} non può usare la chiave ${key} in ${vault}. Concedere le autorizzazioni per ottenere chiavi ed eseguirne il wrapping e l’annullamento del wrapping, attendere alcuni minuti e riprovare.`,
  KeyNotEnabled: () =>
    'La chiave di un set di crittografia del disco è disabilitata. Abilitarne la versione nell’insieme di credenziali delle chiavi o scegliere un altro set.',
  KeyVaultTokenNotAcquired: () =>
    'Un set di crittografia del disco non riesce ad accedere all’insieme di credenziali delle chiavi. Controllare l’identità gestita o scegliere un altro set.',
  DirectDriveDiskWithUserAssignedIdentity: () =>
    'I dischi Ultra e SSD Premium v2 non accettano un set di crittografia del disco con un’identità assegnata dall’utente. Scegliere un set con un’identità assegnata dal sistema.',
  // Source, regions, the version's life
  SourceThrottled: ({ name }) =>
    `${name} viene letto troppo spesso in questo momento. Attendere alcuni minuti e riprovare.`,
  SourceIsCreateOnly: () =>
    'L’origine di una versione dell’immagine non può essere cambiata. Creare una nuova versione dall’altra origine.',
  SourceTypeInvalid: ({ name }) =>
    `Azure non accetta ${name} come origine di questo tipo. Scegliere di nuovo l’origine nella scheda Informazioni di base.`,
  SourceKindsMixed: () =>
    'Azure accetta un solo tipo di origine per tutti i dischi. Scegliere di nuovo l’origine nella scheda Informazioni di base.',
  DataDisksAreCreateOnly: () =>
    'I dischi dati di una versione dell’immagine e i relativi LUN non possono essere cambiati. Creare una nuova versione dell’immagine.',
  ManagedImageOfTrustedLaunchMachine: () =>
    'Azure non crea un’immagine gestita da una macchina virtuale con avvio attendibile. Creare la versione dell’immagine dalla macchina virtuale stessa o da snapshot dei dischi.',
  StorageTypeIsCreateOnly: ({ region, storageAccountType }) =>
    `Il tipo di account di archiviazione dell’area ${region} non può essere cambiato. Impostarlo su ${storageAccountType}, come in Azure.`,
  ReplicationFailed: ({ region, detail }) =>
    `La replica nell’area ${region} non è riuscita. Riprovare; se il problema persiste, rimuovere l’area e aggiungerla di nuovo. Messaggio di Azure: ${detail}`,
  DeletionBlockedBeforeEndOfLife: () =>
    'La versione dell’immagine è protetta dall’eliminazione fino alla data di fine del ciclo di vita. Disattivare prima la protezione o attendere tale data.',
  NestedResources: () =>
    'Azure elimina solo ciò che è vuoto. Eliminare prima le definizioni dell’immagine di una raccolta o le versioni di una definizione.',
  GalleryNameNotUnique: ({ name }) => `La sottoscrizione contiene già una raccolta ${name}. Scegliere un altro nome.`,
  IdentifierNotUnique: ({ name }) =>
    `La definizione dell’immagine ${name} di questa raccolta ha lo stesso editore, offerta e SKU. Modificare uno dei tre.`,
  VersionMarkedForDeletion: ({ name }) =>
    `La versione dell’immagine ${name} è in fase di eliminazione e non accetta modifiche. Attendere il termine o eliminarla di nuovo.`,
  // Virtual machines from a version
  VersionNotInRegion: ({ name, region }) =>
    `${name} non è replicata nell’area ${region}. Aggiungere ${region} alle aree di destinazione o scegliere un’area in cui è presente.`,
  NoLatestVersion: ({ name }) =>
    `${name} non ha una versione considerata la più recente. Scegliere una versione o smettere di escluderne una.`,
  OsProfileNotAllowed: () =>
    'Una macchina virtuale creata da un’immagine specializzata non accetta nome host e amministratore. Ometterli.',
  OsProfileMissing: () =>
    'Una macchina virtuale creata da un’immagine generalizzata richiede nome host e amministratore. Immetterli.',
  VersionSetInAnotherSubscription: ({ name, versionSubscription, subscription }) =>
    `Il set di crittografia del disco ${name} della versione dell’immagine si trova nella sottoscrizione ${versionSubscription} e non può essere usato in ${subscription}. Scegliere un set di tale sottoscrizione per ogni disco.`,
  PurchasePlanMismatch: ({ name }) =>
    `${name} ha un piano di acquisto del marketplace diverso da quello della definizione dell’immagine. Scegliere un’altra origine o una definizione con lo stesso piano.`,
  EncryptionAtHostNotRegistered: () =>
    'La crittografia nell’host non è registrata per questa sottoscrizione. Registrare la funzionalità EncryptionAtHost di Microsoft.Compute o disattivarla.',
  // Access, policy, traffic
  AuthorizationFailed: ({ action, scope }) =>
    `Non si dispone dell’autorizzazione per eseguire questa operazione su ${lastName(scope)}. Richiedere un ruolo con l’azione ${action}.`,
  LinkedAuthorizationFailed: ({ action, scope }) =>
    `Non si dispone dell’autorizzazione per usare ${lastName(scope)}, a cui fa riferimento la versione dell’immagine. Richiedere un ruolo con l’azione ${action} su tale risorsa.`,
  SubscriptionOfAnotherTenant: ({ subscription }) =>
    `La sottoscrizione ${subscription} appartiene a un altro tenant, che non ha autorizzato questo. Scegliere una risorsa del proprio tenant o richiedere il consenso.`,
  ProviderNotRegistered: ({ namespace }) =>
    `La sottoscrizione non è registrata per ${namespace}. Registrare il provider di risorse e riprovare.`,
  DeniedByPolicy: ({ policy }) =>
    `Il criterio ${policy} non lo consente. Scegliere la crittografia richiesta o rivolgersi a chi lo ha assegnato.`,
  BusyWithAnotherChange: () => 'Azure sta ancora elaborando un’altra modifica. Attendere il termine e riprovare.',
  TooManyRequests: () => 'Azure non accetta altre richieste per ora. Attendere alcuni minuti e riprovare.',
  Unknown: ({ message }) => `Azure ha rifiutato la richiesta. Messaggio di Azure: ${message}`,
}
