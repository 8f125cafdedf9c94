import type { ImageSourceType } from '@portal/image-version'
import { storageName } from '../image-versions/storage-name.ts'
import { storageNamesIt } from '../image-versions/storage-names.it.ts'
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
  loading: 'Scrittura del codice…',
  copy: 'Copia',
  download: 'Scarica',
  downloadFile: (fileName) => `Scarica ${fileName}`,
  unfinished:
    'Ciò che non è ancora stato scelto è tra parentesi angolari: il codice non viene eseguito finché non è completo.',
  lossTitle: 'Questo codice omette qualcosa',
  lossless: (language) => `Mostra in ${language}, che non omette nulla`,
  refusedTitle: 'Impossibile scrivere questa scelta come codice',
  refused: (value, position) =>
    `In “${value}” il carattere ${position} non si vedrebbe o cambierebbe l’effetto del codice. Modificare il valore.`,
}

/** What each loss means, in Italian. */
export const lossesIt: typeof lossesEn = {
  DataDiskSetsLost: ({ sets }) =>
    `I ${sets} set di crittografia dei dischi dati: lo strumento conosce solo il set del disco del sistema operativo e Azure crittograferebbe i dischi dati con chiavi gestite dalla piattaforma.`,
  SourceDataDisksLost: ({ disks }) => `Dischi dati dell’origine: la versione non avrebbe i ${disks} scelti.`,
  SourceNotSupported: ({ sourceType }) =>
    `L’origine: lo strumento non accetta ${sourceName(sources, sourceType)}. Al suo posto c’è un segnaposto.`,
  ConfidentialEncryptionLost: ({ type }) => `Il tipo di crittografia di confidential computing ${type}.`,
  ConfidentialDataDisksLost: () =>
    'Crittografia riservata dei dischi dati: lo strumento non la supporta, quindi Azure crittograferebbe i dischi dati con chiavi gestite dalla piattaforma.',
  OsDiskSetLost: () =>
    'I set di crittografia del disco del sistema operativo: lo strumento prevede un solo set per area e lo considera quello riservato.',
  RegionExcludeFromLatestLost: ({ region }) =>
    `Escludi dalla versione più recente in ${region}: lo strumento lo prevede solo per l’intera versione.`,
  ReplicationModeLost: () => 'La replica superficiale: la versione verrebbe replicata per intero.',
  AllowDeletionLost: () => 'Lo sblocco dell’eliminazione delle aree replicate: resterebbero bloccate.',
  BlockDeletionLost: () =>
    'Il blocco dell’eliminazione prima della fine del ciclo di vita: la versione potrebbe essere eliminata in qualsiasi momento.',
  DefaultStorageLost: ({ storage }) =>
    `Archiviazione predefinita (${storageName(storageNamesIt, storage)}): lo strumento imposta quella di ogni area, ma le aree aggiunte in seguito userebbero HDD Standard con ridondanza locale.`,
  RegionStorageUnknown: ({ region }) =>
    `Archiviazione con ridondanza della zona in ${region}: le zone di disponibilità non sono note, quindi è indicato HDD Standard con ridondanza locale.`,
}
