import type { IssueTexts } from './issues.en.ts'

type Param = string | number

/** Words for ARM’s enumerations, as they stand inside a sentence. */
export const issueLabelsIt: Record<string, string> = {
  EncryptionAtRestWithPlatformKey: 'Crittografia dei dati inattivi con una chiave gestita dalla piattaforma',
  EncryptionAtRestWithCustomerKey: 'Crittografia dei dati inattivi con una chiave gestita dal cliente',
  EncryptionAtRestWithPlatformAndCustomerKeys: 'Doppia crittografia con chiavi gestite dalla piattaforma e dal cliente',
  ConfidentialVmEncryptedWithCustomerKey: 'Crittografia del disco riservato con una chiave gestita dal cliente',
  ManagedImage: 'un’immagine gestita',
  DisksAndSnapshots: 'dischi e snapshot',
  VirtualMachine: 'una macchina virtuale',
  ImageVersion: 'un’altra versione dell’immagine della macchina virtuale',
  StorageBlobs: 'BLOB di archiviazione (VHD)',
  Generalized: 'generalizzato',
  Specialized: 'specializzato',
  Groups: 'direttamente con altre sottoscrizioni o altri tenant',
  Community: 'con la community',
  V1: 'generazione 1',
  V2: 'generazione 2',
  Standard: 'Standard',
  TrustedLaunch: 'Avvio attendibile',
  TrustedLaunchSupported: 'Avvio attendibile supportato',
  TrustedLaunchAndConfidentialVmSupported: 'Avvio attendibile e macchina virtuale riservata supportati',
  ConfidentialVM: 'Riservato',
  ConfidentialVMSupported: 'Macchina virtuale riservata supportata',
  UltraSSD_LRS: 'disco Ultra',
  PremiumV2_LRS: 'SSD Premium v2',
}

const label = (value: Param) => issueLabelsIt[value] ?? String(value)
const diskName = (disk: Param) => (disk === 'os' ? 'il disco del sistema operativo' : `il LUN ${disk}`)
const numbers = new Intl.NumberFormat('it')
const size = (sizeInGB: Param) => `${numbers.format(Number(sizeInGB))} GB`
const days = new Intl.DateTimeFormat('it', { dateStyle: 'medium', timeZone: 'UTC' })
// A day that is no date, such as one half typed, stays as it is.
const day = (date: Param) => (Number.isNaN(Date.parse(String(date))) ? date : days.format(Date.parse(String(date))))

export const issuesIt: IssueTexts = {
  // Basics
  ImageDefinitionRequired: () => 'Scegliere una definizione dell’immagine per la versione.',
  ImageDefinitionNotFound: () =>
    'Definizione dell’immagine non trovata o non accessibile. Sceglierne un’altra o richiedere il ruolo Lettore (Reader) per la raccolta.',
  VersionNameRequired: () => 'Immettere un numero di versione, ad esempio 1.0.0.',
  VersionNameInvalid: () =>
    'Il numero di versione dell’immagine della macchina virtuale deve essere nel formato Major(int).Minor(int).Patch(int). Ad esempio: 1.0.0, 1.2.2',
  VersionNumberInRecycleBin: ({ name }) =>
    `La versione ${name} è nel cestino. Ripristinarla, eliminarla definitivamente o immettere un altro numero.`,
  VersionNameExists: ({ name }) =>
    `La versione ${name} esiste già in questa definizione dell’immagine. Immettere un altro numero di versione.`,
  LocationRequired: () => 'Scegliere l’area dell’origine.',
  LocationNotAvailable: ({ region }) =>
    `Le versioni dell’immagine non sono disponibili nell’area ${region}. Scegliere un’altra area.`,
  SourceRequired: () => 'Scegliere un’origine per la versione.',
  SourceNotFound: ({ id }) =>
    `Risorsa ${lastName(id)} non trovata o non accessibile. Scegliere un’altra origine o richiedere l’accesso.`,
  SourceInvalid: ({ id }) =>
    `${id} non è un ID risorsa valido per questo tipo di origine. Scegliere di nuovo l’origine.`,
  SourceInAnotherRegion: ({ name, sourceRegion, region }) =>
    `${name} si trova nell’area ${sourceRegion}, ma l’area della versione è ${region}. Scegliere un’origine nell’area ${region} o cambiare l’area della versione.`,
  SourceNotReady: ({ name, state }) =>
    `${name} non è disponibile (stato: ${state}). Attendere che Azure completi l’operazione o scegliere un’altra origine.`,
  SourceDuplicate: ({ name }) => `${name} è stato scelto più volte. Scegliere un’origine diversa per ogni disco.`,
  SourceLunDuplicate: ({ lun }) => `Un altro disco dati usa già il LUN ${lun}. Immettere un LUN diverso.`,
  SourceLunOutOfRange: () => 'Immettere per il LUN un numero intero da 0 a 63.',
  SourceOsTypeMismatch: ({ name, sourceOsType, osType }) =>
    `${name} contiene ${sourceOsType}, ma la definizione dell’immagine è per ${osType}. Scegliere un’origine ${osType} o un’altra definizione.`,
  SourceOsStateMismatch: ({ name, sourceOsState, osState }) =>
    `Lo stato del sistema operativo di ${name} è ${label(sourceOsState)}, ma la definizione richiede lo stato ${label(osState)}. Scegliere un’altra origine o definizione.`,
  SourceGenerationMismatch: ({ name, sourceGeneration, generation }) =>
    `${name} è di ${label(sourceGeneration)}, ma la definizione dell’immagine è per la ${label(generation)}. Scegliere un’altra origine o definizione.`,
  SourceArchitectureMismatch: ({ name, sourceArchitecture, architecture }) =>
    `${name} è per ${sourceArchitecture}, ma la definizione dell’immagine è per ${architecture}. Scegliere un’altra origine o definizione.`,
  SourceHasAcceleratedNetworking: ({ name }) =>
    `${name} supporta la rete accelerata, ma la definizione dichiara che le immagini non la supportano. Scegliere un’altra origine o definizione.`,
  SourceLacksAcceleratedNetworking: ({ name }) =>
    `${name} non supporta la rete accelerata, richiesta dalla definizione dell’immagine. Scegliere un’altra origine o definizione.`,
  SourceSupportsNvme: ({ name }) =>
    `${name} supporta NVMe, non dichiarato dalla definizione: le dimensioni che lo richiedono non saranno utilizzabili. Cambiare i controller del disco della definizione.`,
  SourceLacksNvme: ({ name }) =>
    `${name} dichiara solo SCSI, ma la definizione dichiara anche NVMe: le macchine potrebbero non avviarsi con NVMe. Scegliere un’altra origine o definizione.`,
  SourcePlanNotInDefinition: ({ name, plan }) =>
    `${name} ha il piano di acquisto ${plan}, la definizione nessuno: la creazione di macchine virtuali non riuscirebbe. Scegliere una definizione con questo piano di acquisto.`,
  SourcePlanDiffers: ({ name, plan, definitionPlan }) =>
    `${name} ha il piano di acquisto ${plan}, la definizione dell’immagine ${definitionPlan}. Scegliere un’origine o una definizione che corrisponda.`,
  SourceTooLarge: ({ name, sizeInGB, maxSizeInGB }) =>
    `${name} è di ${size(sizeInGB)}, oltre il massimo documentato di ${size(maxSizeInGB)}, e la replica potrebbe non riuscire. Scegliere un disco più piccolo.`,
  SourceEphemeralOsDisk: ({ name }) =>
    `${name} ha un disco del sistema operativo temporaneo, che Azure non può acquisire. Scegliere un’altra macchina virtuale o un altro tipo di origine.`,
  SourceUltraDisk: ({ name, disk }) =>
    name === disk
      ? `${disk} è un disco Ultra, che Azure non può acquisire. Scegliere un’altra origine.`
      : `${name} contiene il disco Ultra ${disk}, che Azure non può acquisire. Scollegarlo o scegliere un’altra origine.`,
  SourceUnmanagedDisks: ({ name }) =>
    `${name} usa dischi non gestiti, che Azure non può acquisire. Convertirli in dischi gestiti o scegliere un’altra macchina virtuale.`,
  SourceWithoutOperatingSystem: ({ name }) =>
    `Azure non segnala alcun sistema operativo in ${name}. Verificare che sia il disco del sistema operativo e non un disco dati.`,
  SourceEncryptedInAnotherSubscription: ({ name, subscription }) =>
    `${name} usa una chiave gestita dal cliente ma non si trova nella sottoscrizione della raccolta. Scegliere un’origine in ${subscription} o senza chiave gestita dal cliente.`,
  SourceVersionUsesCustomerKeys: ({ name }) =>
    `La versione dell’immagine ${name} usa chiavi gestite dal cliente e non può essere l’origine di un’altra. Scegliere l’origine da cui è stata creata.`,
  SourceVersionRevoked: ({ name, reason }) =>
    `La versione dell’immagine ${name} è revocata (${reason}). La nuova versione ne erediterebbe i difetti.`,
  SourceConfidentialInAnotherSubscription: ({ name }) =>
    `Per una versione riservata, ${name} deve trovarsi nella sottoscrizione della raccolta. Scegliere un’origine in quella sottoscrizione.`,
  TrustedLaunchCaptureFails: ({ name }) =>
    `${name} usa l’avvio attendibile e dischi con chiave gestita dal cliente. Alcuni utenti segnalano errori di replica: usare gli snapshot dei dischi.`,
  SourceMachineRunning: ({ name }) =>
    `${name} è in esecuzione. Arrestarla (deallocarla) prima, per acquisire i dischi in uno stato coerente.`,
  SourceNotConfidential: ({ name }) =>
    `La definizione dell’immagine richiede un’origine riservata, ma ${name} non lo è. Scegliere una macchina virtuale riservata o un suo disco o snapshot.`,
  ConfidentialSupportedSource: ({ sourceType }) =>
    `La documentazione di Azure per questo tipo di sicurezza richiede un VHD o un’immagine gestita di generazione 2, non ${label(sourceType)}. Scegliere una di queste origini.`,
  ConfidentialSupportedTooLarge: ({ name, sizeInGB, maxSizeInGB }) =>
    `Il disco ${name} è di ${size(sizeInGB)}. La documentazione di Azure per questo tipo di sicurezza richiede meno di ${size(maxSizeInGB)}: sceglierne uno più piccolo.`,
  StorageAccountRequired: () => 'Scegliere l’account di archiviazione che contiene il VHD.',
  BlobUriRequired: () => 'Immettere l’URL del BLOB.',
  BlobUriInvalid: () =>
    'Immettere l’URL https completo di un BLOB, senza query né firma di accesso condiviso, come nell’esempio.',
  EndOfLifeDateInvalid: () => 'Immettere una data valida, ad esempio 2027-01-31.',
  EndOfLifeDatePast: ({ date }) =>
    `La data ${day(date)} non è futura. Scegliere per la fine del ciclo di vita una data futura o nessuna.`,
  EndOfLifeDateRequired: () =>
    'L’eliminazione non può essere bloccata senza una data di fine del ciclo di vita. Scegliere una data o deselezionare l’opzione.',
  // Replication
  ReplicaCountOutOfRange: ({ min, max }) => `Immettere un numero intero da ${min} a ${max}.`,
  ReplicaTotalTooHigh: ({ total, max }) =>
    `Repliche totali: ${numbers.format(Number(total))}, ma il massimo per una versione è ${max}. Ridurre il numero di repliche o rimuovere aree.`,
  TargetRegionRequired: () => 'Scegliere un’area o rimuovere questa riga.',
  TargetRegionNotAvailable: ({ region }) =>
    `Le versioni dell’immagine non sono disponibili nell’area ${region}. Scegliere un’altra area.`,
  TargetRegionDuplicate: ({ region }) =>
    `${region} è già un’area di destinazione. Scegliere un’altra area o rimuovere questa riga.`,
  TargetRegionsLackLocation: ({ region }) =>
    `L’area di origine, ${region}, deve essere tra le aree di destinazione. Aggiungere ${region}.`,
  ZoneRedundantStorageNotSupported: ({ region }) =>
    `L’area ${region} non ha zone di disponibilità e non supporta l’archiviazione con ridondanza della zona. Scegliere un altro tipo di account di archiviazione.`,
  ShallowOnlyHomeRegion: ({ region }) =>
    `La replica superficiale supporta solo l’area di origine. Rimuovere ${region} o disattivare la replica superficiale nella scheda Informazioni di base.`,
  ShallowOnlyOneReplica: () =>
    'La replica superficiale supporta una sola replica. Impostare 1 come numero di repliche o disattivare la replica superficiale nella scheda Informazioni di base.',
  ShallowWithCustomerKeys: () =>
    'La replica superficiale non supporta le chiavi gestite dal cliente. Disattivarla nella scheda Informazioni di base o scegliere una chiave gestita dalla piattaforma.',
  // Encryption
  EncryptionNotSupportedForSource: ({ sourceType }) =>
    `Azure non supporta chiavi gestite dal cliente per le versioni create da ${label(sourceType)}. Scegliere una chiave gestita dalla piattaforma o un’altra origine.`,
  EncryptionNotSupportedForSharedGallery: ({ gallery, sharing }) =>
    `${gallery} è condivisa ${label(sharing)} e non supporta chiavi gestite dal cliente. Scegliere una raccolta privata o una chiave gestita dalla piattaforma.`,
  DoubleEncryptionNotSupportedForDisk: ({ disk, storageAccountType }) =>
    `La doppia crittografia non supporta il tipo del disco di origine ${disk}: ${label(storageAccountType)}. Per creare dischi di quel tipo, scegliere un altro tipo di crittografia.`,
  CustomerKeyNotSupportedForAzureDiskEncryption: ({ name }) =>
    `${name} usa Crittografia dischi di Azure (ritiro: 15 settembre 2028), che non supporta chiavi gestite dal cliente. Scegliere un’altra origine o chiavi gestite dalla piattaforma.`,
  AzureDiskEncryptionRetires: ({ name }) =>
    `${name} usa Crittografia dischi di Azure, che verrà ritirata il 15 settembre 2028. Dopo tale data non sarà possibile sbloccare i dischi al riavvio.`,
  PlatformKeyForEncryptedSource: ({ name }) =>
    `Il disco ${name} usa una chiave gestita dal cliente e non può tornare a chiavi gestite dalla piattaforma. È consigliabile scegliere chiavi gestite dal cliente.`,
  NoDiskEncryptionSetInRegion: ({ region, encryptionType }) =>
    `Nessun set adatto in ${region}. Crearne uno di tipo “${label(encryptionType)}” o rimuovere l’area.`,
  DiskEncryptionSetsHidden: ({ region }) =>
    `Non si dispone dell’autorizzazione per visualizzare i set in ${region}. Richiedere il ruolo Lettore (Reader) per i set o scegliere una chiave gestita dalla piattaforma.`,
  DiskEncryptionSetRequired: ({ disk, region }) =>
    `Scegliere un set di crittografia del disco per ${diskName(disk)} nell’area ${region}.`,
  DiskEncryptionSetInvalid: ({ id }) =>
    `${id} non è l’ID risorsa di un set di crittografia del disco. Scegliere un set dall’elenco.`,
  DiskEncryptionSetNotFound: ({ name }) =>
    `Set di crittografia del disco ${name} non trovato o non accessibile. Scegliere un altro set.`,
  DiskEncryptionSetInAnotherSubscription: ({ name, subscription }) =>
    `${name} non si trova nella sottoscrizione della raccolta. Scegliere un set nella sottoscrizione ${subscription}.`,
  DiskEncryptionSetInAnotherRegion: ({ name, setRegion, region }) =>
    `${name} si trova nell’area ${setRegion} e un set è utilizzabile solo nella propria area. Scegliere un set nell’area ${region}.`,
  DiskEncryptionSetOfAnotherType: ({ name, setType, encryptionType }) =>
    `${name} è di tipo “${label(setType)}”, ma è richiesto il tipo “${label(encryptionType)}”. Scegliere un altro set o tipo di crittografia.`,
  DiskEncryptionSetNotReady: ({ name, state }) =>
    `${name} non è pronto (stato: ${state}). Azure potrebbe rifiutarlo finché lo stato non è Succeeded.`,
  DiskEncryptionSetKeyNotRotating: ({ name, error }) =>
    `Azure non può ruotare la chiave di ${name}: controllare la chiave e le autorizzazioni. Messaggio di Azure: ${error}`,
  DiskEncryptionSetWithoutIdentity: ({ name }) =>
    `${name} non ha un’identità gestita e non può accedere alla chiave. Assegnarne una nel portale di Azure o scegliere un altro set.`,
  KeyVersionNotNamed: ({ name }) =>
    `${name} non specifica una versione della chiave, richiesta anche con la rotazione automatica. Impostare di nuovo la chiave o scegliere un altro set.`,
  KeyVaultNotFound: ({ vault }) =>
    `Insieme di credenziali ${vault} non trovato: potrebbe essere stato eliminato. Recuperarlo o scegliere un altro set.`,
  KeyVaultInAnotherRegion: ({ vault, vaultRegion, region }) =>
    `L’insieme di credenziali ${vault} si trova nell’area ${vaultRegion}, ma Azure richiede l’area del set, ${region}. Scegliere un altro set.`,
  KeyVaultWithoutPurgeProtection: ({ vault }) =>
    `${vault} non ha la protezione dalla rimozione definitiva, richiesta da Azure per crittografare i dischi. Attivarla: non sarà possibile disattivarla in seguito.`,
  KeyVaultFirewallClosed: ({ vault }) =>
    `Il firewall di ${vault} blocca i servizi Microsoft attendibili e Azure non può raggiungere la chiave. Consentire a tali servizi di ignorare il firewall.`,
  KeyVaultPrivateAccessOnly: ({ vault }) =>
    `${vault} accetta solo connessioni private e Azure potrebbe non raggiungere la chiave. Consentire ai servizi Microsoft attendibili di ignorare il firewall.`,
  KeyNotFound: ({ key, vault }) =>
    `Versione della chiave ${key} non trovata in ${vault}: potrebbe essere stata eliminata. Recuperarla o scegliere un altro set.`,
  KeyDisabled: ({ key, vault }) =>
    `La versione della chiave ${key} in ${vault} è disabilitata. Abilitarla nel portale di Azure o scegliere un altro set.`,
  KeyNotYetValid: ({ key, date }) =>
    `La chiave ${key} non è valida prima della data di attivazione (${day(date)}). Cambiare la data nel portale di Azure o scegliere un altro set.`,
  KeyExpired: ({ key, date }) =>
    `La chiave ${key} è scaduta in data ${day(date)}. Crearne una nuova versione, cambiare la data di scadenza o scegliere un altro set.`,
  KeyExpiresSoon: ({ key, days: left, date }) =>
    `La chiave ${key} scade tra ${left} ${left === 1 ? 'giorno' : 'giorni'} (${day(date)}). Crearne una nuova versione prima di tale data.`,
  KeyNeverRotates: ({ name, key }) =>
    `${name} usa la rotazione automatica, ma nessun criterio crea nuove versioni di ${key}. Impostare un criterio di rotazione.`,
  KeyRotationNeedsExpiryDate: ({ key }) =>
    `La chiave ${key} deve ruotare prima della scadenza, ma non ha una data di scadenza. Impostare un criterio basato sul tempo trascorso dalla creazione.`,
  KeyTypeNotSupported: ({ key, type }) =>
    `La chiave ${key} è di tipo ${type}, ma i dischi supportano solo chiavi RSA a 2.048, 3.072 o 4.096 bit. Scegliere un altro set.`,
  KeyNotForConfidentialDisks: ({ key }) =>
    `La chiave ${key} non è una chiave RSA-HSM esportabile, richiesta per i dischi riservati. Scegliere un altro set.`,
  KeyAccessMissing: ({ name, vault, missing }) =>
    `${name} non può usare le chiavi in ${vault}. Concedere all’identità del set le autorizzazioni mancanti: ${missing}.`,
  KeyAccessNotSeen: ({ name, vault }) =>
    `Non risultano autorizzazioni dirette di ${name} per le chiavi in ${vault}. Concederle, a meno che l’identità non le abbia tramite un gruppo.`,
  KeyAccessJustGranted: ({ name, vault }) =>
    `L’accesso di ${name} alle chiavi in ${vault} è stato appena concesso. Se Azure rifiuta il set, attendere fino a 10 minuti e riprovare.`,
  LunNotInSource: ({ lun, region, luns }) =>
    luns === ''
      ? `Il LUN ${lun} nell’area ${region} ha un set, ma l’origine non ha dischi dati. Rimuovere il set.`
      : `Il LUN ${lun} nell’area ${region} ha un set, ma l’origine ha solo questi LUN: ${luns}. Rimuovere il set.`,
  LunDuplicate: ({ lun, region }) =>
    `Il LUN ${lun} ha due set di crittografia del disco nell’area ${region}. Rimuoverne uno.`,
  ConfidentialTypeRequired: () =>
    'La definizione dell’immagine è per macchine virtuali riservate. Scegliere un tipo di crittografia per il confidential computing.',
  ConfidentialTypeNotForDefinition: ({ securityType }) =>
    `Il tipo di crittografia per il confidential computing richiede una definizione di tipo Riservato, non ${label(securityType)}. Scegliere un’altra definizione.`,
  ConfidentialDataDisksNotRegistered: () =>
    'L’anteprima dei dischi dati riservati non è registrata per questa sottoscrizione. Registrarla in Verifica accesso o deselezionare l’opzione.',
  ConfidentialOnlyHomeRegion: ({ region }) =>
    `Una versione riservata resta nell’area di origine, salvo con il tipo TPM non persistente. Rimuovere ${region} o scegliere quel tipo nella scheda Crittografia.`,
  ConfidentialDiskEncryptionSetRequired: ({ region }) =>
    `Scegliere un set di crittografia del disco riservato per l’area ${region}.`,
  // Update of a version
  NothingToChange: () => 'Nessuna modifica. Modificare un’area, un numero di repliche o un’impostazione.',
  VersionBusy: ({ state }) =>
    `È in corso un’altra operazione su questa versione (stato: ${state}). Attendere il completamento.`,
  RegionNotInVersion: ({ region }) =>
    `L’area ${region} non fa parte di questa versione. Rimuoverla dall’aggiornamento.`,
  RegionNamedTwice: ({ region }) =>
    `L’area ${region} compare due volte in questo aggiornamento. Specificare una sola operazione: modifica o rimozione.`,
  HomeRegionNotRemovable: ({ region }) =>
    `${region} è l’area di origine e non può essere rimossa. Mantenerla tra le aree di destinazione.`,
  RemovalOfRegionsNotAllowed: ({ region }) =>
    `L’eliminazione delle aree replicate è bloccata e Azure potrebbe non rimuovere ${region}. Disattivare il blocco nello stesso aggiornamento.`,
  DiskWithPlatformKey: ({ disk, region }) =>
    `Nelle aree esistenti ${diskName(disk)} usa una chiave gestita dalla piattaforma, non modificabile. Rimuovere il set in ${region} o creare una nuova versione.`,
  StoredSetNotFound: ({ name, region }) =>
    `Set di crittografia del disco ${name} in ${region} non trovato. Azure rifiuta gli aggiornamenti di una versione il cui set non esiste più.`,
  SuccessorExists: ({ name, predecessor }) =>
    `Un’altra esecuzione ha già creato la versione ${name} al posto della ${predecessor}. Sostituire lì la versione precedente.`,
  RunDiskUsed: ({ name }) =>
    `Il disco ${name} è stato collegato a una macchina virtuale e il contenuto può essere cambiato. Eliminarlo, quindi riprovare.`,
  RunSourceChanged: ({ name }) =>
    `${name} potrebbe essere cambiato dopo la creazione della versione. Avviare un’altra esecuzione con nuovi dischi dalla versione.`,
  NoTestMachine: ({ group }) =>
    `Il gruppo di risorse ${group} non è stato creato per questa macchina di prova. Eliminarla nel portale di Azure.`,
  TestMachineNotAlone: ({ names }) =>
    `Il gruppo di risorse contiene anche altre risorse: ${names}. Spostarle o eliminarle prima.`,
  LatestVersionNotFound: () => 'Versione non trovata o non accessibile.',
  LatestVersionRevoked: ({ version }) =>
    `La versione ${version} è revocata. Annullare prima la revoca o scegliere un’altra versione.`,
  LatestRegionRequired: () => 'Scegliere almeno un’area.',
  LatestNotReplicated: ({ version, region }) =>
    `La versione ${version} non è disponibile nell’area ${region}. Attendere la replica o deselezionare l’area.`,
  // Revocation
  RevocationReasonRequired: () => 'Immettere il motivo per cui la versione non deve più essere usata.',
  RevocationReasonUnreadable: () =>
    'Il motivo contiene interruzioni di riga o caratteri non visualizzabili. Rimuoverli o immettere di nuovo il testo.',
  RevocationReasonTooLong: ({ length, max }) =>
    `Il motivo ha ${length} caratteri. In un tag Azure ne archivia al massimo ${max}: abbreviarlo.`,
  ReplacementInvalid: () => 'Immettere l’ID risorsa di una versione dell’immagine o lasciare vuoto il campo.',
  ReplacementIsTheVersion: () => 'Una versione non può sostituire sé stessa. Sceglierne un’altra.',
  ReplacementTooLong: ({ length, max }) =>
    `L’ID risorsa ha ${length} caratteri, ma un tag di Azure ne contiene al massimo ${max}. Scegliere una versione della stessa definizione dell’immagine.`,
  ReplacementNotFound: ({ name }) => `Versione ${name} non trovata o non accessibile. Sceglierne un’altra.`,
  ReplacementRevoked: ({ name }) => `Anche la versione ${name} è revocata. Sceglierne un’altra.`,
  EarlierEndOfLifeStays: ({ date }) =>
    `La data di fine del ciclo di vita della versione (${day(date)}) non cambia, perché è precedente.`,
  DeletionLockEnds: ({ date }) =>
    `L’eliminazione della versione è bloccata fino alla fine del ciclo di vita. Da questa data potrà essere eliminata: ${day(date)}.`,
  RevocationNeedsTags: ({ count, max }) =>
    `La revoca aggiunge tag, per un totale di ${count}, ma Azure ne supporta al massimo ${max}. Rimuovere prima alcuni tag.`,
  VersionNotRevoked: () => 'La versione non è revocata. Aggiornare la pagina.',
  StateBeforeUnknown: () =>
    'Il tag con le impostazioni precedenti manca o è illeggibile. Saranno rimossi solo i tag: controllare le opzioni di pubblicazione.',
  EndOfLifeNotRestorable: ({ date }) =>
    `La data di fine del ciclo di vita precedente (${day(date)}) è passata e Azure accetta solo date future. La data attuale rimane.`,
  // Virtual machines
  SubscriptionRequired: () => 'Scegliere una sottoscrizione.',
  ResourceGroupRequired: () => 'Scegliere un gruppo di risorse o crearne uno.',
  ResourceGroupNameInvalid: () =>
    'Usare da 1 a 90 lettere, cifre, trattini, caratteri di sottolineatura, punti e parentesi. Il nome non può terminare con un punto.',
  ResourceGroupNameTaken: ({ name }) =>
    `Il gruppo di risorse ${name} esiste già. Sceglierlo o immettere un altro nome.`,
  ResourceGroupNotFound: ({ name }) => `Gruppo di risorse ${name} non trovato o non accessibile. Sceglierne un altro.`,
  MachineNameRequired: () => 'Immettere un nome per la macchina virtuale.',
  MachineNameInvalid: ({ max }) =>
    max === 15
      ? 'Usare da 1 a 15 lettere, cifre e trattini. In Windows, il nome non può contenere solo cifre né iniziare o terminare con un trattino.'
      : `Usare da 1 a ${max} lettere, cifre, trattini e punti. Iniziare e terminare con una lettera o una cifra.`,
  MachineNameTaken: ({ name }) =>
    `La macchina virtuale ${name} esiste già in questo gruppo di risorse. Immettere un altro nome.`,
  MachineRegionRequired: () => 'Scegliere un’area in cui la versione dell’immagine è replicata.',
  ImageNotInRegion: ({ version, region }) =>
    `La versione ${version} non è disponibile nell’area ${region}. Scegliere un’altra area o replicare prima la versione in ${region}.`,
  ImageVersionRevoked: ({ version, reason }) => `La versione ${version} è revocata e non deve essere usata: ${reason}`,
  DefinitionLacksPlanOfSource: ({ version, plan }) =>
    `L’origine di ${version} ha il piano di acquisto ${plan}, la definizione dell’immagine nessuno. Creare una definizione con il piano di acquisto e una sua versione.`,
  PurchaseTermsNotAccepted: () =>
    'Le condizioni del piano di acquisto dell’immagine non sono accettate in questa sottoscrizione. Accettarle prima di creare la macchina virtuale.',
  PurchaseTermsNotRead: () =>
    'Impossibile leggere se le condizioni del piano di acquisto dell’immagine sono accettate. In caso contrario, Azure rifiuta la macchina virtuale.',
  PurchaseTermsChanged: () =>
    'Le condizioni sono cambiate dopo l’apertura della pagina. Leggere quelle nuove e accettarle di nuovo.',
  MachineSizeRequired: () => 'Scegliere una dimensione per la macchina virtuale.',
  MachineSizeNotAvailable: ({ size: name, region }) =>
    `${name} non è disponibile per la sottoscrizione nell’area ${region}. Scegliere un’altra dimensione.`,
  MachineSizeOfAnotherGeneration: ({ size: name, generation }) =>
    `L’immagine è di ${label(generation)}, non supportata da ${name}. Scegliere un’altra dimensione.`,
  MachineSizeOfAnotherArchitecture: ({ size: name, architecture }) =>
    `L’immagine è per ${architecture}, non supportata da ${name}. Scegliere un’altra dimensione.`,
  MachineSizeNeedsNvme: ({ size: name }) =>
    `${name} richiede NVMe, non dichiarato dalla definizione dell’immagine. Cambiarne i controller del disco o scegliere un’altra dimensione.`,
  MachineSizeForFewerDataDisks: ({ size: name, max, count }) =>
    `I dischi dati dell’immagine (${count}) superano il massimo per ${name} (${max}). Scegliere un’altra dimensione.`,
  MachineSizeRetires: ({ size: name, date }) =>
    `Azure ritirerà ${name} in data ${day(date)}. Scegliere una dimensione di una serie attuale.`,
  MachineSizeNotForSecurityType: ({ size: name, securityType }) =>
    `${name} non supporta il tipo di sicurezza ${label(securityType)}. Scegliere un’altra dimensione.`,
  MachineSizeWithoutPremiumStorage: ({ size: name, disk }) =>
    `${name} non supporta SSD Premium. Scegliere un altro tipo di account di archiviazione per ${diskName(disk)} o un’altra dimensione.`,
  MachineSecurityTypeRequired: () => 'Scegliere un tipo di sicurezza.',
  MachineSecurityTypeNotForImage: ({ securityType, imageSecurityType }) =>
    `Le immagini con tipo di sicurezza ${label(imageSecurityType)} non supportano macchine virtuali di tipo ${label(securityType)}. Scegliere un altro tipo di sicurezza.`,
  AdminUsernameRequired: () => 'Immettere un nome utente per l’amministratore.',
  AdminUsernameInvalid: ({ max }) =>
    max === 20
      ? 'Usare al massimo 20 caratteri, senza spazi né \\ / " [ ] : | < > + = ; , ? * @ &. Il nome non può terminare con un punto.'
      : `Usare al massimo ${max} lettere, cifre, trattini e caratteri di sottolineatura. Iniziare con una lettera o un carattere di sottolineatura.`,
  AdminUsernameReserved: ({ name }) => `Azure non consente il nome utente ${name}. Immetterne un altro.`,
  PasswordRequired: () => 'Immettere una password.',
  PasswordInvalid: ({ min, max }) =>
    `Usare da ${min} a ${max} caratteri con tre di questi tipi: minuscola, maiuscola, cifra, carattere speciale. Azure rifiuta le password più comuni.`,
  SshPublicKeyRequired: () => 'Generare una coppia di chiavi o usare una chiave pubblica SSH esistente.',
  SshPublicKeyInvalid: () =>
    'Incollare una chiave pubblica RSA o Ed25519 su una sola riga, come in un file .pub. Non condividere la chiave privata.',
  MachineSetInAnotherSubscription: ({ name, disk }) =>
    `${name} non si trova nella sottoscrizione della macchina virtuale e Azure lo rifiuta per ${diskName(disk)}. Scegliere un set in quella sottoscrizione.`,
  ImageSetInAnotherSubscription: ({ disk, region }) =>
    `Il set dell’immagine per ${diskName(disk)} in ${region} non si trova nella sottoscrizione della macchina virtuale. Scegliere un set in quella sottoscrizione.`,
  ImageSetReplaced: ({ name, disk }) =>
    `L’immagine usa un set diverso da ${name} per ${diskName(disk)}. Azure potrebbe rifiutare la sostituzione: verificare in seguito il set applicato.`,
  OsDiskOnStandardHdd: () =>
    'Azure ritira HDD Standard per i dischi del sistema operativo l’8 settembre 2028 e poi li converte in SSD Standard. Scegliere un’unità SSD.',
  EncryptionAtHostFeatureMissing: () =>
    'La funzionalità Microsoft.Compute/EncryptionAtHost non è registrata per questa sottoscrizione. Chiedere a un proprietario di registrarla o disattivare la crittografia nell’host.',
  EncryptionAtHostNotForSize: ({ size: name }) =>
    `${name} non supporta la crittografia nell’host. Disattivarla o scegliere un’altra dimensione.`,
  SecurityEncryptionTypeRequired: () =>
    'Scegliere come crittografare il disco del sistema operativo della macchina virtuale riservata.',
  VirtualNetworkNameInvalid: () =>
    'Usare da 2 a 64 lettere, cifre, punti, trattini e caratteri di sottolineatura. Iniziare con lettera o cifra e non terminare con punto o trattino.',
  VirtualNetworkNameTaken: ({ name }) =>
    `La rete virtuale ${name} esiste già in questo gruppo di risorse. Scegliere una delle sue subnet o immettere un altro nome.`,
  SubnetNameInvalid: () =>
    'Usare da 1 a 80 lettere, cifre, punti, trattini e caratteri di sottolineatura. Iniziare con lettera o cifra e non terminare con punto o trattino.',
  AddressPrefixInvalid: () =>
    'Immettere un intervallo da /2 a /29 indicandone il primo indirizzo, ad esempio 10.0.0.0/24.',
  SubnetOutsideNetwork: ({ addressPrefix }) =>
    `La subnet non rientra nello spazio di indirizzi della rete. Immettere un intervallo in ${addressPrefix}.`,
  SubnetRequired: () => 'Scegliere una subnet.',
  SubnetNotFound: () => 'Subnet non trovata in quest’area o non accessibile. Sceglierne un’altra.',
  // Tags
  TagNameRequired: () => 'Immettere un nome per questo tag o rimuoverlo.',
  TagNameInvalid: ({ name }) =>
    `“${name}” non è un nome di tag valido. Usare un nome senza i caratteri < > % & \\ ? /.`,
  TagNameDuplicate: ({ name }) =>
    `Esiste già un tag denominato ${name} (maiuscole e minuscole sono equivalenti). Immettere un altro nome.`,
  TagTooLong: ({ max }) => `Immettere al massimo ${max} caratteri.`,
  TooManyTags: ({ max }) => `Azure supporta al massimo ${max} tag. Rimuoverne alcuni.`,
}

/** The name at the end of a resource ID. */
function lastName(id: Param): string {
  return String(id).split('/').at(-1) ?? String(id)
}
