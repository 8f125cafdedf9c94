import type { Loss, LossCode, LossParams } from '@portal/code'
import type { ImageSourceType } from '@portal/image-version'
import { catalogue, codedCatalogue } from '../../i18n/catalogue.ts'
import { storageName } from '../../i18n/storage-name.ts'
import { storageNamesEn } from '../../i18n/storage-names.en.ts'
import { storageNamesIt } from '../../i18n/storage-names.it.ts'
import type { ShownLanguage } from './code-parts.ts'

const sources: Record<ImageSourceType, string> = {
  ManagedImage: 'managed images',
  DisksAndSnapshots: 'disks and snapshots',
  VirtualMachine: 'virtual machines',
  ImageVersion: 'image versions',
  StorageBlobs: 'storage blobs',
}

/** Texts of the code pane, in English. They come with that part of the portal only. */
export const codeEn = {
  title: 'Code',
  show: 'Show code',
  hide: 'Hide code',
  language: 'Code language',
  languages: {
    AzureCli: 'Azure CLI (bash)',
    AzurePowerShell: 'Azure PowerShell',
    Bicep: 'Bicep',
    ArmTemplate: 'ARM template (JSON)',
    TerraformAzapi: 'Terraform (azapi)',
    TerraformAzurerm: 'Terraform (azurerm)',
    Packer: 'Packer',
    Ansible: 'Ansible',
    Rest: 'REST API (curl)',
    GitHubActions: 'GitHub Actions',
    AzurePipelines: 'Azure DevOps',
  } satisfies Record<ShownLanguage, string>,
  file: 'File',
  loading: 'Generating code…',
  copy: 'Copy',
  download: 'Download',
  downloadFile: (fileName: string) => `Download ${fileName}`,
  unfinished: 'Values you haven’t chosen yet are in angle brackets. Fill them in before you run the code.',
  checkSetUp: 'Check set-up',
  lossTitle: 'Not included in this code',
  notGuarded: 'What this pipeline doesn’t do',
  lossless: (language: string) => `Show complete code in ${language}`,
  refusedTitle: 'Can’t show this as code',
  refused: (value: string, position: string) =>
    `Character ${position} of “${value}” is invisible or would change what the code does. Change the value.`,
}
/** What each loss means, in English. A region may be several, joined. */
const lossesEn: { [C in LossCode]: (params: LossParams<C>) => string } = {
  DataDiskSetsLost: ({ sets }) =>
    `Sets for data disks (${sets}): this tool supports a set for the OS disk only, so Azure would encrypt data disks with platform-managed keys.`,
  SourceDataDisksLost: ({ disks }) => `Source data disks (${disks}): the version wouldn’t include them.`,
  SourceNotSupported: ({ sourceType }) =>
    `Source: this tool doesn’t support ${sourceName(sources, sourceType)}. Replace the placeholder.`,
  ConfidentialEncryptionLost: ({ type }) => `Confidential compute encryption type: ${type}.`,
  ConfidentialDataDisksLost: () =>
    'Confidential encryption of data disks: this tool doesn’t support it, so Azure would encrypt data disks with platform-managed keys.',
  OsDiskSetLost: () =>
    'Sets for the OS disk: this tool supports one set per region and uses it as the confidential disk encryption set.',
  RegionExcludeFromLatestLost: ({ region }) =>
    `Exclude from latest in ${region}: this tool supports it for the whole version only.`,
  ReplicationModeLost: () => 'Shallow replication: the version would use full replication.',
  AllowDeletionLost: () => 'Lock deleting replicated locations: it would stay on.',
  BlockDeletionLost: () => 'Block deletion before end of life: the version could be deleted at any time.',
  DefaultStorageLost: ({ storage }) =>
    `Default storage (${storageName(storageNamesEn, storage)}): this tool sets storage per region, so regions added later would use Standard HDD LRS.`,
  RegionStorageUnknown: ({ region }) =>
    `Zone-redundant storage in ${region}: availability zones aren’t known there, so the code uses Standard HDD LRS.`,
  PipelineChecks: () =>
    'Check keys, access and firewalls before the request: Azure rejects the version, or a region fails.',
  PipelineSource: () =>
    'Take new disks or blobs: each version has those of the configuration, or the image or virtual machine that a run names.',
  PipelineQueue: () => 'Keep more than one waiting run: a new one replaces the run that waits.',
  PipelineLock: () => 'Keep runs apart: for that, add the Exclusive lock check to the service connection.',
  CleanUpSight: () => 'Keep versions that are used only in subscriptions in which its identity has no role.',
  CleanUpConfirmation: () => 'Ask before it changes or deletes versions, or keep a record of the run in Azure.',
}

/** The name of a kind of source, which a loss knows as a text. */
export function sourceName(names: Record<ImageSourceType, string>, type: string | number): string {
  return Object.entries(names).find(([known]) => known === type)?.[1] ?? String(type)
}

const sourcesIt: Record<ImageSourceType, string> = {
  ManagedImage: 'immagini gestite',
  DisksAndSnapshots: 'dischi e snapshot',
  VirtualMachine: 'macchine virtuali',
  ImageVersion: 'versioni dell’immagine',
  StorageBlobs: 'BLOB di archiviazione',
}

/** Texts of the code pane, in Italian. */
export const codeIt: typeof codeEn = {
  title: 'Codice',
  show: 'Mostra codice',
  hide: 'Nascondi codice',
  language: 'Linguaggio del codice',
  languages: { ...codeEn.languages, ArmTemplate: 'Modello ARM (JSON)', Rest: 'API REST (curl)' },
  file: 'File',
  loading: 'Generazione del codice…',
  copy: 'Copia',
  download: 'Scarica',
  downloadFile: (fileName) => `Scarica ${fileName}`,
  unfinished: 'I valori non ancora scelti sono tra parentesi angolari. Sostituirli prima di eseguire il codice.',
  checkSetUp: 'Verifica configurazione',
  lossTitle: 'Non incluso in questo codice',
  notGuarded: 'Che cosa non fa questa pipeline',
  lossless: (language) => `Mostra codice completo in ${language}`,
  refusedTitle: 'Impossibile generare il codice',
  refused: (value, position) =>
    `Il carattere ${position} di “${value}” è invisibile o cambierebbe l’effetto del codice. Modificare il valore.`,
}

/** What each loss means, in Italian. */
const lossesIt: typeof lossesEn = {
  DataDiskSetsLost: ({ sets }) =>
    `Set dei dischi dati (${sets}): lo strumento supporta solo il set del disco del sistema operativo, quindi Azure crittograferebbe i dischi dati con chiavi gestite dalla piattaforma.`,
  SourceDataDisksLost: ({ disks }) => `Dischi dati dell’origine (${disks}): la versione non li includerebbe.`,
  SourceNotSupported: ({ sourceType }) =>
    `Origine: lo strumento non supporta ${sourceName(sourcesIt, sourceType)}. Sostituire il segnaposto.`,
  ConfidentialEncryptionLost: ({ type }) => `Tipo di crittografia per il confidential computing: ${type}.`,
  ConfidentialDataDisksLost: () =>
    'Crittografia dei dischi dati riservati: lo strumento non la supporta, quindi Azure crittograferebbe i dischi dati con chiavi gestite dalla piattaforma.',
  OsDiskSetLost: () =>
    'Set del disco del sistema operativo: lo strumento supporta un solo set per area e lo usa come set di crittografia del disco riservato.',
  RegionExcludeFromLatestLost: ({ region }) =>
    `Esclusione dalla versione più recente in ${region}: lo strumento la supporta solo per l’intera versione.`,
  ReplicationModeLost: () => 'Replica superficiale: la versione userebbe la replica completa.',
  AllowDeletionLost: () => 'Eliminazione delle aree replicate: resterebbe bloccata.',
  BlockDeletionLost: () =>
    'Blocco dell’eliminazione prima della fine del ciclo di vita: la versione potrebbe essere eliminata in qualsiasi momento.',
  DefaultStorageLost: ({ storage }) =>
    `Archiviazione predefinita (${storageName(storageNamesIt, storage)}): lo strumento la imposta per area, quindi le aree aggiunte in seguito userebbero HDD Standard con ridondanza locale.`,
  RegionStorageUnknown: ({ region }) =>
    `Archiviazione con ridondanza della zona in ${region}: le zone di disponibilità non sono note, quindi il codice usa HDD Standard con ridondanza locale.`,
  PipelineChecks: () =>
    'Verificare chiavi, accesso e firewall prima della richiesta: Azure rifiuta la versione oppure un’area non riesce.',
  PipelineSource: () =>
    'Usare nuovi dischi o BLOB: ogni versione ha quelli della configurazione, oppure l’immagine o la macchina virtuale indicata all’esecuzione.',
  PipelineQueue: () => 'Conservare più esecuzioni in attesa: una nuova sostituisce quella in attesa.',
  PipelineLock: () =>
    'Tenere separate le esecuzioni: aggiungere a tale scopo il controllo Exclusive lock alla connessione al servizio.',
  CleanUpSight: () => 'Conservare le versioni usate solo in sottoscrizioni in cui la sua identità non ha alcun ruolo.',
  CleanUpConfirmation: () =>
    'Chiedere conferma prima di modificare o eliminare versioni, o conservare in Azure una registrazione dell’esecuzione.',
}

/** The texts of the code pane in the language shown. */
export const useCodeTexts = catalogue({ en: codeEn, it: codeIt })

/** What a loss means, in the language shown. */
export const useLossText = codedCatalogue<Pick<Loss, 'code' | 'params'>>({ en: lossesEn, it: lossesIt })
