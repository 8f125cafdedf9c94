import type { IssueTexts } from './issues.en.ts'

type Param = string | number

/** Words for ARM’s enumerations, as they stand inside a sentence. */
export const issueLabelsIt: Record<string, string> = {
  EncryptionAtRestWithPlatformKey: 'Crittografia dei dati inattivi con una chiave gestita dalla piattaforma',
  EncryptionAtRestWithCustomerKey: 'Crittografia dei dati inattivi con una chiave gestita dal cliente',
  EncryptionAtRestWithPlatformAndCustomerKeys:
    'Doppia crittografia con chiavi gestite dalla piattaforma e gestite dal cliente',
  ConfidentialVmEncryptedWithCustomerKey: 'Crittografia del disco riservato con una chiave gestita dal cliente',
  ManagedImage: 'un’immagine gestita',
  DisksAndSnapshots: 'dischi e snapshot',
  VirtualMachine: 'una macchina virtuale',
  ImageVersion: 'un’altra versione dell’immagine di macchina virtuale',
  StorageBlobs: 'BLOB di archiviazione (VHD)',
  Generalized: 'generalizzato',
  Specialized: 'specializzato',
  Groups: 'direttamente con altre sottoscrizioni o altri tenant',
  Community: 'con la community',
  V1: 'prima generazione',
  V2: 'seconda generazione',
  Standard: 'Standard',
  TrustedLaunch: 'Avvio attendibile',
  TrustedLaunchSupported: 'Avvio attendibile supportato',
  TrustedLaunchAndConfidentialVmSupported: 'Avvio attendibile e macchina virtuale riservata supportati',
  ConfidentialVM: 'Riservato',
  ConfidentialVMSupported: 'Riservato supportato',
  UltraSSD_LRS: 'disco Ultra',
  PremiumV2_LRS: 'SSD Premium v2',
}

const label = (value: Param) => issueLabelsIt[value] ?? String(value)
const diskName = (disk: Param) => (disk === 'os' ? 'il disco del sistema operativo' : `il LUN ${disk}`)
const numbers = new Intl.NumberFormat('it')
const size = (sizeInGB: Param) => `${numbers.format(Number(sizeInGB))} GB`

export const issuesIt: IssueTexts = {
  // Basics
  ImageDefinitionRequired: () => 'Scegliere la definizione dell’immagine a cui appartiene la versione.',
  ImageDefinitionNotFound: () =>
    'La definizione dell’immagine non esiste in Azure oppure non è visibile. Sceglierne un’altra o richiedere il ruolo Lettore per la raccolta.',
  VersionNameRequired: () => 'Immettere un numero di versione, ad esempio 1.0.0.',
  VersionNameInvalid: () =>
    'Il numero di versione dell’immagine di macchina virtuale deve essere nel formato Major(int).Minor(int).Patch(int). Ad esempio: 1.0.0, 1.2.2',
  VersionNumberInRecycleBin: ({ name }) =>
    `La versione ${name} è nel cestino. Ripristinarla, eliminarla definitivamente dal cestino o immettere un altro numero.`,
  VersionNameExists: ({ name }) =>
    `La definizione dell’immagine ha già una versione ${name}. Immettere un altro numero di versione.`,
  LocationRequired: () => 'Scegliere l’area della versione, che è quella dell’origine.',
  LocationNotAvailable: ({ region }) =>
    `Le versioni dell’immagine non sono disponibili nell’area ${region}. Scegliere un’altra area.`,
  SourceRequired: () => 'Scegliere l’origine della versione.',
  SourceNotFound: ({ id }) =>
    `La risorsa ${lastName(id)} non esiste in Azure oppure non è visibile. Scegliere un’altra origine o richiedere l’accesso a questa.`,
  SourceInvalid: ({ id }) => `${id} non è l’ID risorsa di un’origine di questo tipo. Scegliere di nuovo l’origine.`,
  SourceInAnotherRegion: ({ name, sourceRegion, region }) =>
    `${name} si trova nell’area ${sourceRegion}, mentre l’area della versione è ${region}. Scegliere un’origine nell’area ${region} o cambiare l’area della versione.`,
  SourceNotReady: ({ name, state }) =>
    `Lo stato di ${name} è ${state}. Attendere che Azure abbia terminato o scegliere un’altra origine.`,
  SourceDuplicate: ({ name }) => `${name} è stato scelto più volte. Scegliere un’origine diversa per ogni disco.`,
  SourceLunDuplicate: ({ lun }) =>
    `Il LUN ${lun} è già usato da un altro disco dati. Immettere un LUN diverso per ogni disco dati.`,
  SourceLunOutOfRange: () => 'Immettere come LUN un numero intero da 0 a 63.',
  SourceOsTypeMismatch: ({ name, sourceOsType, osType }) =>
    `${name} contiene ${sourceOsType}, mentre la definizione dell’immagine è per ${osType}. Scegliere un’origine ${osType} o un’altra definizione dell’immagine.`,
  SourceOsStateMismatch: ({ name, sourceOsState, osState }) =>
    `Lo stato del sistema operativo di ${name} è ${label(sourceOsState)}, mentre la definizione dell’immagine richiede ${label(osState)}. Scegliere un’altra origine o un’altra definizione dell’immagine.`,
  SourceGenerationMismatch: ({ name, sourceGeneration, generation }) =>
    `${name} è di ${label(sourceGeneration)}, mentre la definizione dell’immagine è per la ${label(generation)}. Scegliere un’altra origine o un’altra definizione dell’immagine.`,
  SourceTooLarge: ({ name, sizeInGB, maxSizeInGB }) =>
    `Le dimensioni del disco ${name} sono ${size(sizeInGB)}; la documentazione di Azure indica come massimo ${size(maxSizeInGB)} per questo tipo di immagine. Scegliere un disco più piccolo, altrimenti la replica potrebbe non riuscire.`,
  SourceEphemeralOsDisk: ({ name }) =>
    `${name} ha un disco temporaneo del sistema operativo, che Azure non può acquisire. Scegliere un’altra macchina virtuale o un altro tipo di origine.`,
  SourceUltraDisk: ({ name, disk }) =>
    name === disk
      ? `${disk} è un disco Ultra, che Azure non può acquisire. Scegliere un’altra origine.`
      : `${name} contiene il disco Ultra ${disk}, che Azure non può acquisire. Scollegarlo o scegliere un’altra origine.`,
  SourceUnmanagedDisks: ({ name }) =>
    `${name} usa dischi non gestiti, che Azure non può acquisire. Convertirli in dischi gestiti o scegliere un’altra macchina virtuale.`,
  SourceWithoutOperatingSystem: ({ name }) =>
    `Azure non rileva alcun sistema operativo in ${name}. Verificare che sia il disco del sistema operativo e non un disco dati.`,
  SourceEncryptedInAnotherSubscription: ({ name, sourceSubscription, subscription }) =>
    `${name} è crittografato con una chiave gestita dal cliente e si trova nella sottoscrizione ${sourceSubscription}, mentre la raccolta si trova in ${subscription}. Scegliere un’origine nella sottoscrizione della raccolta o una senza chiave gestita dal cliente.`,
  SourceVersionUsesCustomerKeys: ({ name }) =>
    `La versione dell’immagine ${name} è crittografata con chiavi gestite dal cliente e non può essere l’origine di un’altra versione. Scegliere ciò da cui è stata creata.`,
  SourceConfidentialInAnotherSubscription: ({ name }) =>
    `${name} non si trova nella sottoscrizione della raccolta e una versione dell’immagine riservata non può essere creata da un’altra sottoscrizione. Scegliere un’origine nella sottoscrizione della raccolta.`,
  TrustedLaunchCaptureFails: ({ name }) =>
    `${name} usa l’avvio attendibile e ha dischi con una chiave gestita dal cliente. Secondo alcuni utenti, in questo caso la replica della versione non riesce; è preferibile usare come origine gli snapshot dei dischi.`,
  SourceMachineRunning: ({ name }) =>
    `${name} è in esecuzione. Azure consiglia di arrestarla (deallocarla) prima, in modo che i dischi vengano acquisiti in uno stato coerente.`,
  SourceNotConfidential: ({ name }) =>
    `La definizione dell’immagine è per macchine virtuali riservate, ma ${name} non è riservata. Scegliere una macchina virtuale riservata oppure un suo disco o snapshot.`,
  ConfidentialSupportedSource: ({ sourceType }) =>
    `La definizione dell’immagine supporta macchine virtuali riservate; secondo la documentazione di Azure le versioni si creano da un VHD o da un’immagine gestita di seconda generazione, non da ${label(sourceType)}. Scegliere un’origine di questo tipo per sicurezza.`,
  ConfidentialSupportedTooLarge: ({ name, sizeInGB, maxSizeInGB }) =>
    `Il disco del sistema operativo ${name} è di ${size(sizeInGB)}; per le definizioni che supportano macchine virtuali riservate la documentazione di Azure richiede meno di ${size(maxSizeInGB)}. Scegliere un disco più piccolo per sicurezza.`,
  StorageAccountRequired: () => 'Scegliere l’account di archiviazione che contiene il VHD.',
  BlobUriRequired: () => 'Immettere l’indirizzo del BLOB.',
  BlobUriInvalid: () =>
    'Immettere l’indirizzo https completo di un BLOB, senza query né firma di accesso condiviso: account di archiviazione, contenitore e BLOB, come nell’esempio.',
  EndOfLifeDateInvalid: () => 'Immettere una data esistente come anno, mese e giorno, ad esempio 2030-12-31.',
  EndOfLifeDatePast: ({ date }) =>
    `La data ${date} non è futura. Scegliere una data di fine vita successiva oppure nessuna.`,
  EndOfLifeDateRequired: () =>
    'L’eliminazione deve essere bloccata fino alla fine della vita, ma senza una data non verrebbe bloccato nulla. Scegliere una data di fine vita.',
  // Replication
  ReplicaCountOutOfRange: ({ min, max }) => `Immettere come numero di repliche un numero intero da ${min} a ${max}.`,
  ReplicaTotalTooHigh: ({ total, max }) =>
    `Le repliche in tutte le aree sono ${numbers.format(Number(total))}, ma una versione può averne ${max}. Ridurre il numero di repliche o rimuovere alcune aree.`,
  TargetRegionRequired: () => 'Scegliere un’area o rimuovere questa riga.',
  TargetRegionNotAvailable: ({ region }) =>
    `Le versioni dell’immagine non sono disponibili nell’area ${region}. Scegliere un’altra area.`,
  TargetRegionDuplicate: ({ region }) =>
    `${region} è già un’area di destinazione. Scegliere un’altra area o rimuovere questa riga.`,
  TargetRegionsLackLocation: ({ region }) =>
    `L’area della versione, ${region}, deve essere tra le aree di destinazione. Aggiungere ${region}.`,
  ZoneRedundantStorageNotSupported: ({ region }) =>
    `L’area ${region} non ha zone di disponibilità e quindi non offre l’archiviazione con ridondanza della zona. Scegliere un altro tipo di account di archiviazione.`,
  ShallowOnlyHomeRegion: ({ region }) =>
    `Una versione con replica superficiale resta nella propria area. Rimuovere ${region} o disattivare la replica superficiale nella scheda Informazioni di base.`,
  ShallowOnlyOneReplica: () =>
    'Una versione con replica superficiale ha una sola replica. Impostare il numero di repliche su 1 o disattivare la replica superficiale nella scheda Informazioni di base.',
  ShallowWithCustomerKeys: () =>
    'Una versione con replica superficiale non può essere crittografata con chiavi gestite dal cliente. Disattivare la replica superficiale nella scheda Informazioni di base o scegliere la chiave gestita dalla piattaforma.',
  // Encryption
  EncryptionNotSupportedForSource: ({ sourceType }) =>
    `Azure non crittografa con chiavi gestite dal cliente le versioni create da ${label(sourceType)}. Scegliere la chiave gestita dalla piattaforma o un’altra origine nella scheda Informazioni di base.`,
  EncryptionNotSupportedForSharedGallery: ({ gallery, sharing }) =>
    `La raccolta ${gallery} è condivisa ${label(sharing)} e non può contenere versioni dell’immagine crittografate. Scegliere una raccolta privata o la chiave gestita dalla piattaforma.`,
  DoubleEncryptionNotSupportedForDisk: ({ disk, storageAccountType }) =>
    `Il disco di origine ${disk} è di tipo ${label(storageAccountType)}, per il quale Azure non offre la doppia crittografia. Da questa versione non è possibile creare dischi di quel tipo con doppia crittografia.`,
  CustomerKeyNotSupportedForAzureDiskEncryption: ({ name }) =>
    `${name} usa Crittografia dischi di Azure, che esclude le chiavi gestite dal cliente e verrà ritirata il 15 settembre 2028. Scegliere un’altra origine o la chiave gestita dalla piattaforma.`,
  AzureDiskEncryptionRetires: ({ name }) =>
    `${name} usa Crittografia dischi di Azure, che verrà ritirata il 15 settembre 2028. Da allora questi dischi non possono più essere sbloccati dopo un riavvio.`,
  PlatformKeyForEncryptedSource: ({ name }) =>
    `Il disco di origine ${name} è crittografato con una chiave gestita dal cliente e Azure non riporta questi dischi a una chiave gestita dalla piattaforma. Per sicurezza, scegliere una chiave gestita dal cliente.`,
  NoDiskEncryptionSetInRegion: ({ region, encryptionType }) =>
    `Nell’area ${region} questa sottoscrizione non ha alcun set di crittografia del disco di tipo “${label(encryptionType)}”. Crearne uno o rimuovere ${region} dalle aree di destinazione.`,
  DiskEncryptionSetsHidden: ({ region }) =>
    `Non si dispone dell’autorizzazione per leggere i set di crittografia del disco dove si trova la raccolta, quindi quelli dell’area ${region} non sono visualizzati. Chiedere il ruolo Lettore per i set o scegliere la chiave gestita dalla piattaforma.`,
  DiskEncryptionSetRequired: ({ disk, region }) =>
    `Scegliere un set di crittografia del disco per ${diskName(disk)} nell’area ${region}.`,
  DiskEncryptionSetInvalid: ({ id }) =>
    `${id} non è l’ID risorsa di un set di crittografia del disco. Scegliere un set dall’elenco.`,
  DiskEncryptionSetNotFound: ({ name }) =>
    `Il set di crittografia del disco ${name} non esiste in Azure oppure non è visibile. Scegliere un altro set.`,
  DiskEncryptionSetInAnotherSubscription: ({ name, subscription }) =>
    `${name} non si trova nella sottoscrizione della raccolta. Scegliere un set nella sottoscrizione ${subscription}.`,
  DiskEncryptionSetInAnotherRegion: ({ name, setRegion, region }) =>
    `${name} si trova nell’area ${setRegion} e un set di crittografia del disco serve solo la propria area. Scegliere un set nell’area ${region}.`,
  DiskEncryptionSetOfAnotherType: ({ name, setType, encryptionType }) =>
    `${name} è di tipo “${label(setType)}”, ma è necessario il tipo “${label(encryptionType)}”. Scegliere un altro set o un altro tipo di crittografia.`,
  DiskEncryptionSetNotReady: ({ name, state }) =>
    `Lo stato di ${name} è ${state}. Azure potrebbe rifiutarlo finché l’operazione non è riuscita.`,
  DiskEncryptionSetKeyNotRotating: ({ name, error }) =>
    `Azure non può ruotare la chiave di ${name}. Controllare la chiave del set e le relative autorizzazioni prima di usarlo. Messaggio di Azure: ${error}`,
  DiskEncryptionSetWithoutIdentity: ({ name }) =>
    `${name} non ha un’identità gestita e quindi non può raggiungere la chiave. Assegnarne una nel portale di Azure o scegliere un altro set.`,
  KeyVersionNotNamed: ({ name }) =>
    `${name} non indica una versione della chiave, che Azure richiede anche con la rotazione automatica. Impostare di nuovo la chiave nel portale di Azure o scegliere un altro set.`,
  KeyVaultNotFound: ({ vault }) =>
    `L’insieme di credenziali delle chiavi ${vault} non esiste: potrebbe essere stato eliminato. Recuperarlo o scegliere un altro set.`,
  KeyVaultInAnotherRegion: ({ vault, vaultRegion, region }) =>
    `L’insieme di credenziali delle chiavi ${vault} si trova nell’area ${vaultRegion}, mentre il set si trova nell’area ${region}; Azure richiede la stessa area. Scegliere un set con un insieme di credenziali delle chiavi nell’area ${region}.`,
  KeyVaultWithoutPurgeProtection: ({ vault }) =>
    `L’insieme di credenziali delle chiavi ${vault} non ha la protezione dall’eliminazione, che Azure richiede per la crittografia dei dischi. Attivarla; non è possibile disattivarla in seguito.`,
  KeyVaultFirewallClosed: ({ vault }) =>
    `Il firewall dell’insieme di credenziali delle chiavi ${vault} non consente l’accesso ai servizi Microsoft attendibili, quindi Azure non può raggiungere la chiave. Consentire ai servizi Microsoft attendibili di ignorarlo.`,
  KeyVaultPrivateAccessOnly: ({ vault }) =>
    `${vault} accetta solo connessioni private, quindi Azure potrebbe non raggiungere la chiave. Consentire ai servizi Microsoft attendibili di ignorare il firewall.`,
  KeyNotFound: ({ key, vault }) =>
    `L’insieme di credenziali delle chiavi ${vault} non ha questa versione della chiave ${key}: potrebbe essere stata eliminata. Recuperarla o scegliere un altro set.`,
  KeyDisabled: ({ key, vault }) =>
    `La chiave ${key} in ${vault} è disabilitata. Abilitarne la versione nel portale di Azure o scegliere un altro set.`,
  KeyNotYetValid: ({ key, date }) =>
    `La chiave ${key} è valida solo dal ${date}. Cambiare la data di attivazione nel portale di Azure o scegliere un altro set.`,
  KeyExpired: ({ key, date }) =>
    `La chiave ${key} è scaduta il ${date}. Crearne una nuova versione, cambiare la data di scadenza o scegliere un altro set.`,
  KeyExpiresSoon: ({ key, days, date }) =>
    `La chiave ${key} scade il ${date}, tra ${days} ${days === 1 ? 'giorno' : 'giorni'}. Crearne una nuova versione prima di quella data.`,
  KeyNeverRotates: ({ name, key }) =>
    `${name} segue le nuove versioni di ${key}, ma niente le crea. Impostare un criterio di rotazione per la chiave.`,
  KeyRotationNeedsExpiryDate: ({ key }) =>
    `${key} ruota prima della scadenza, ma la sua versione non ha una data di scadenza. Impostare un criterio basato sul tempo dalla creazione.`,
  KeyTypeNotSupported: ({ key, type }) =>
    `La chiave ${key} è di tipo ${type}; i dischi accettano chiavi RSA a 2.048, 3.072 o 4.096 bit. Scegliere un altro set.`,
  KeyNotForConfidentialDisks: ({ key }) =>
    `La chiave ${key} non è una chiave RSA-HSM esportabile, richiesta per i dischi riservati. Scegliere un altro set.`,
  KeyAccessMissing: ({ name, vault, missing }) =>
    `${name} non può usare le chiavi di ${vault}: manca ${missing}. Concedere alla relativa identità l’accesso all’insieme di credenziali delle chiavi.`,
  KeyAccessNotSeen: ({ name, vault }) =>
    `Niente in ${vault} concede esplicitamente a ${name} l’accesso alle chiavi. Se l’identità non appartiene a un gruppo che ha l’accesso, Azure rifiuterà il set; concedere l’accesso per sicurezza.`,
  KeyAccessJustGranted: ({ name, vault }) =>
    `${name} ha appena ottenuto l’accesso alle chiavi di ${vault}. Possono essere necessari dieci minuti prima che Azure lo riconosca ovunque; in caso di rifiuto, attendere.`,
  LunNotInSource: ({ lun, region, luns }) =>
    luns === ''
      ? `È indicato un set di crittografia del disco per il LUN ${lun} nell’area ${region}, ma l’origine non ha dischi dati. Rimuoverlo.`
      : `È indicato un set di crittografia del disco per il LUN ${lun} nell’area ${region}, ma l’origine ha solo i LUN ${luns}. Rimuoverlo.`,
  LunDuplicate: ({ lun, region }) =>
    `Il LUN ${lun} ha due set di crittografia del disco nell’area ${region}. Rimuoverne uno.`,
  ConfidentialTypeRequired: () =>
    'La definizione dell’immagine è per macchine virtuali riservate. Scegliere il tipo di crittografia per il confidential computing.',
  ConfidentialTypeNotForDefinition: ({ securityType }) =>
    `Il tipo di sicurezza della definizione dell’immagine è ${label(securityType)}; il tipo di crittografia per il confidential computing è per le definizioni di tipo Riservato. Non sceglierne alcuno.`,
  ConfidentialDataDisksNotRegistered: () =>
    'L’anteprima per i dischi dati riservati non è registrata per questa sottoscrizione. Registrarla nella pagina Prerequisiti o deselezionare l’opzione.',
  ConfidentialOnlyHomeRegion: ({ region }) =>
    `Una versione riservata resta nella propria area, a meno che il tipo non sia TPM non persistente. Rimuovere ${region} o scegliere quel tipo nella scheda Crittografia.`,
  ConfidentialDiskEncryptionSetRequired: ({ region }) =>
    `Scegliere un set di crittografia del disco riservato per l’area ${region}.`,
  // Update of a version
  NothingToChange: () =>
    'Non è ancora stato modificato nulla. Modificare un’area, un numero di repliche o un’impostazione.',
  VersionBusy: ({ state }) =>
    `Azure sta ancora elaborando questa versione (${state}) e fino al termine non accetta modifiche. Attendere il completamento.`,
  RegionNotInVersion: ({ region }) => `La versione non ha l’area ${region}. Toglierla dalla modifica.`,
  RegionNamedTwice: ({ region }) =>
    `L’area ${region} compare due volte in questa modifica. Modificarla o rimuoverla una sola volta.`,
  HomeRegionNotRemovable: ({ region }) =>
    `${region} è l’area della versione e resta sempre tra le aree di destinazione.`,
  RemovalOfRegionsNotAllowed: ({ region }) =>
    `La versione non consente l’eliminazione delle posizioni replicate, quindi Azure potrebbe rifiutare la rimozione di ${region}. Per sicurezza, consentirla nella stessa modifica.`,
  DiskWithPlatformKey: ({ disk, region }) =>
    `Nelle aree esistenti ${diskName(disk)} è crittografato con la chiave della piattaforma e questo non può cambiare. Togliere il set nell’area ${region} o creare una nuova versione.`,
  StoredSetNotFound: ({ name, region }) =>
    `Il set di crittografia del disco ${name} che crittografa l’area ${region} non è stato trovato. Azure rifiuta gli aggiornamenti di una versione il cui set non esiste più.`,
  // Virtual machines
  SubscriptionRequired: () => 'Scegliere una sottoscrizione.',
  ResourceGroupRequired: () => 'Scegliere un gruppo di risorse o crearne uno.',
  ResourceGroupNameInvalid: () =>
    'Un gruppo di risorse ha da 1 a 90 lettere, cifre, trattini, caratteri di sottolineatura, punti e parentesi, senza punto alla fine.',
  ResourceGroupNameTaken: ({ name }) =>
    `Esiste già un gruppo di risorse ${name}. Sceglierlo oppure immettere un altro nome.`,
  ResourceGroupNotFound: ({ name }) =>
    `La sottoscrizione non ha un gruppo di risorse ${name} oppure non è visibile. Sceglierne un altro.`,
  MachineNameRequired: () => 'Immettere un nome per la macchina virtuale.',
  MachineNameInvalid: ({ max }) =>
    max === 15
      ? 'Un computer Windows ha un nome da 1 a 15 lettere, cifre e trattini: non solo cifre, nessun trattino all’inizio o alla fine.'
      : `Usare da 1 a ${max} lettere, cifre, trattini e punti, con una lettera o una cifra all’inizio e alla fine.`,
  MachineNameTaken: ({ name }) => `Il gruppo di risorse ha già una macchina virtuale ${name}. Immettere un altro nome.`,
  MachineRegionRequired: () => 'Scegliere un’area in cui la versione dell’immagine è replicata.',
  ImageNotInRegion: ({ version, region }) =>
    `La versione ${version} non è disponibile nell’area ${region}. Scegliere un’altra area o replicare prima la versione in quell’area.`,
  MachineSizeRequired: () => 'Scegliere una dimensione per la macchina virtuale.',
  MachineSizeNotAvailable: ({ size: name, region }) =>
    `${name} non è disponibile per la sottoscrizione nell’area ${region}. Scegliere un’altra dimensione.`,
  MachineSizeOfAnotherGeneration: ({ size: name, generation }) =>
    `L’immagine è di ${label(generation)}, non supportata da ${name}. Scegliere un’altra dimensione.`,
  MachineSizeNotForSecurityType: ({ size: name, securityType }) =>
    `${name} non supporta il tipo di sicurezza ${label(securityType)}. Scegliere un’altra dimensione.`,
  MachineSizeWithoutPremiumStorage: ({ size: name, disk }) =>
    `${name} non supporta SSD Premium. Scegliere un altro tipo di archiviazione per ${diskName(disk)} o un’altra dimensione.`,
  MachineSecurityTypeRequired: () => 'Scegliere un tipo di sicurezza.',
  MachineSecurityTypeNotForImage: ({ securityType, imageSecurityType }) =>
    `Il tipo di sicurezza della definizione dell’immagine è ${label(imageSecurityType)}, con cui non si possono creare macchine di tipo ${label(securityType)}.`,
  AdminUsernameRequired: () => 'Immettere un nome utente per l’amministratore.',
  AdminUsernameInvalid: ({ max }) =>
    max === 20
      ? 'Usare al massimo 20 caratteri, senza spazi e senza \\ / " [ ] : | < > + = ; , ? * @ &, senza punto alla fine.'
      : `Usare al massimo ${max} lettere, cifre, trattini e caratteri di sottolineatura, con una lettera o un carattere di sottolineatura all’inizio.`,
  AdminUsernameReserved: ({ name }) => `Azure non consente il nome utente ${name}. Immetterne un altro.`,
  PasswordRequired: () => 'Immettere una password.',
  PasswordInvalid: ({ min, max }) =>
    `Usare da ${min} a ${max} caratteri con tre tra: una lettera minuscola, una lettera maiuscola, una cifra, un carattere speciale. Azure rifiuta le password più note.`,
  SshPublicKeyRequired: () => 'Incollare una chiave pubblica SSH.',
  SshPublicKeyInvalid: () =>
    'Incollare una chiave pubblica RSA o Ed25519 su una sola riga, come in un file .pub. La chiave privata non va mai inviata.',
  MachineSetInAnotherSubscription: ({ name, disk }) =>
    `${name} è in una sottoscrizione diversa da quella della macchina virtuale, quindi Azure non lo accetta per ${diskName(disk)}. Scegliere un set della sottoscrizione della macchina.`,
  ImageSetInAnotherSubscription: ({ disk, region }) =>
    `Il set dell’immagine per ${diskName(disk)} nell’area ${region} è in un’altra sottoscrizione, in cui la macchina non può usarlo. Scegliere un set della sottoscrizione della macchina.`,
  ImageSetReplaced: ({ name, disk }) =>
    `L’immagine ha un set diverso da ${name} per ${diskName(disk)}. Risulta che per alcune immagini Azure lo rifiuti; la pagina della macchina mostrerà che cosa è stato archiviato.`,
  EncryptionAtHostFeatureMissing: () =>
    'La sottoscrizione non ha la funzionalità Microsoft.Compute/EncryptionAtHost. Chiedere a un proprietario di registrarla o lasciare disattivata la crittografia nell’host.',
  EncryptionAtHostNotForSize: ({ size: name }) =>
    `${name} non supporta la crittografia nell’host. Scegliere un’altra dimensione o lasciarla disattivata.`,
  SecurityEncryptionTypeRequired: () =>
    'Scegliere come crittografare il disco del sistema operativo della macchina virtuale riservata.',
  VirtualNetworkNameInvalid: () =>
    'Il nome di una rete virtuale ha da 2 a 64 lettere, cifre, caratteri di sottolineatura, punti e trattini, con una lettera o una cifra all’inizio e senza punto o trattino alla fine.',
  VirtualNetworkNameTaken: ({ name }) =>
    `Il gruppo di risorse ha già una rete virtuale ${name}. Scegliere una delle sue subnet o immettere un altro nome.`,
  SubnetNameInvalid: () =>
    'Il nome di una subnet ha da 1 a 80 lettere, cifre, caratteri di sottolineatura, punti e trattini, con una lettera o una cifra all’inizio e senza punto o trattino alla fine.',
  AddressPrefixInvalid: () =>
    'Immettere un intervallo di indirizzi da /2 a /29 con il suo primo indirizzo, ad esempio 10.0.0.0/24.',
  SubnetOutsideNetwork: ({ addressPrefix }) =>
    `La subnet deve trovarsi in ${addressPrefix}, lo spazio di indirizzi della rete.`,
  SubnetRequired: () => 'Scegliere una subnet.',
  SubnetNotFound: () => 'L’area non ha questa subnet oppure non è visibile. Sceglierne un’altra.',
  // Tags
  TagNameRequired: () => 'Immettere un nome per questo tag o rimuoverlo.',
  TagNameInvalid: ({ name }) =>
    `“${name}” non può essere il nome di un tag. Usare un nome senza i caratteri < > % & \\ ? /.`,
  TagNameDuplicate: ({ name }) =>
    `Esiste già un tag con il nome ${name}; maiuscole e minuscole non contano. Usare un altro nome.`,
  TagTooLong: ({ max }) => `Immettere al massimo ${max} caratteri.`,
  TooManyTags: ({ max }) => `Azure accetta al massimo ${max} tag. Rimuoverne alcuni.`,
}

/** The name at the end of a resource ID. */
function lastName(id: Param): string {
  return String(id).split('/').at(-1) ?? String(id)
}
