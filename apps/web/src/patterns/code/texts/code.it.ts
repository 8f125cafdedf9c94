import type { ImageSourceType } from '@portal/image-version'
import { storageName } from '../../../i18n/storage-name.ts'
import { storageNamesIt } from '../../../i18n/storage-names.it.ts'
import { codeEn, sourceName, type CodeTexts, type lossesEn } from './code.en.ts'

const sources: Record<ImageSourceType, string> = {
  ManagedImage: 'immagini gestite',
  DisksAndSnapshots: 'dischi e snapshot',
  VirtualMachine: 'macchine virtuali',
  ImageVersion: 'versioni dell’immagine',
  StorageBlobs: 'BLOB di archiviazione',
}

/** Texts of the code pane, in Italian. */
export const codeIt: CodeTexts = {
  title: 'Codice',
  show: 'Mostra codice',
  hide: 'Nascondi codice',
  language: 'Linguaggio del codice',
  languages: { ...codeEn.languages, ArmTemplate: 'Modello ARM (JSON)', Rest: 'API REST (curl)' },
  loading: 'Generazione del codice…',
  copy: 'Copia',
  download: 'Scarica',
  downloadFile: (fileName) => `Scarica ${fileName}`,
  unfinished: 'I valori non ancora scelti sono tra parentesi angolari. Sostituirli prima di eseguire il codice.',
  lossTitle: 'Non incluso in questo codice',
  lossless: (language) => `Mostra codice completo in ${language}`,
  refusedTitle: 'Impossibile generare il codice',
  refused: (value, position) =>
    `Il carattere ${position} di “${value}” è invisibile o cambierebbe l’effetto del codice. Modificare il valore.`,
}

/** What each loss means, in Italian. */
export const lossesIt: typeof lossesEn = {
  DataDiskSetsLost: ({ sets }) =>
    `Set dei dischi dati (${sets}): lo strumento supporta solo il set del disco del sistema operativo, quindi Azure crittograferebbe i dischi dati con chiavi gestite dalla piattaforma.`,
  SourceDataDisksLost: ({ disks }) => `Dischi dati dell’origine (${disks}): la versione non li includerebbe.`,
  SourceNotSupported: ({ sourceType }) =>
    `Origine: lo strumento non supporta ${sourceName(sources, sourceType)}. Sostituire il segnaposto.`,
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
}
