import { catalogue } from '../../i18n/catalogue.ts'
import type { Concept } from './concepts.ts'

/** What the terms of the portal mean. */
interface ConceptTexts {
  /** name of the button that explains a term */
  help: (name: string) => string
  learnMore: string
  guide: string
  /** the term, and what it means in three sentences at most */
  terms: Record<Concept, { name: string; text: string }>
}

const conceptsEn: ConceptTexts = {
  help: (name) => `Help: ${name}`,
  learnMore: 'Learn more on Microsoft Learn',
  guide: 'Read the guide',
  terms: {
    imageVersion: {
      name: 'Image version',
      text: 'An image version holds the disks that new virtual machines and scale sets are created from. It has a number, such as 1.2.0, and Azure keeps replicas of it in each target region. Its disks can’t be changed: to change the image, create another version.',
    },
    imageDefinition: {
      name: 'Image definition',
      text: 'An image definition groups the versions of one image. It sets what they have in common: operating system, generation, security type, and whether the image is generalized or specialized. Virtual machines are created from its versions.',
    },
    excludeFromLatest: {
      name: 'Exclude from latest',
      text: 'Virtual machines and scale sets that ask for the latest version get the one with the highest number. A version that is excluded from latest is skipped, but you can still select it by its number. This way, you can test a version before everyone gets it.',
    },
    replicas: {
      name: 'Replicas',
      text: 'A region has one or more replicas of an image version. With more replicas, you can create more virtual machines at once: plan one replica per 50 concurrent VM deployments, plus one per scale set. Azure bills the storage of each replica.',
    },
    diskEncryptionSet: {
      name: 'Disk encryption set',
      text: 'A disk encryption set connects disks and images with your own key in Azure Key Vault, which its managed identity can use. A set works in one region only, so each target region needs its own. If the key is disabled or deleted, what it encrypts can’t be read.',
    },
    doubleEncryption: {
      name: 'Double encryption',
      text: 'Double encryption protects data at rest with two layers: one with a platform-managed key, the other with your own key. If one layer is compromised, the other still protects the data. It needs disk encryption sets of that type.',
    },
    confidentialDisks: {
      name: 'Confidential disk encryption',
      text: 'Confidential disk encryption binds the keys of a disk to the TPM of a confidential VM, so that only this VM can read the disk. With a customer-managed key, it needs a confidential set: a disk encryption set of type confidential disk encryption.',
    },
    readiness: {
      name: 'Key health',
      text: 'A disk encryption set is ready when its key is enabled and hasn’t expired, its managed identity has access to the key, and the key vault has purge protection and can be reached by Azure. The portal checks this with your permissions. What you can’t read is shown as unknown.',
    },
    recycleBin: {
      name: 'Recycle bin',
      text: 'With soft delete, a gallery keeps deleted image versions in the recycle bin of their image definition. Until the date shown there, you can restore a version with the same number and keys, and Azure keeps and bills one replica per region. Then the version is deleted permanently.',
    },
    tags: {
      name: 'Tags',
      text: 'Tags are name and value pairs that organize resources, for example by owner or cost center. You can filter resources and costs by tag in Azure. Don’t enter secrets: tags are stored as plain text.',
    },
  },
}

const conceptsIt: ConceptTexts = {
  help: (name) => `Guida: ${name}`,
  learnMore: 'Altre informazioni in Microsoft Learn',
  guide: 'Apri la guida',
  terms: {
    imageVersion: {
      name: 'Versione dell’immagine',
      text: 'Una versione dell’immagine contiene i dischi da cui si creano nuove macchine virtuali e nuovi set di scalabilità. Ha un numero, ad esempio 1.2.0, e Azure ne conserva copie in ogni area di destinazione. I suoi dischi non sono modificabili: per cambiare l’immagine si crea un’altra versione.',
    },
    imageDefinition: {
      name: 'Definizione dell’immagine',
      text: 'Una definizione dell’immagine raggruppa le versioni di una stessa immagine. Stabilisce le caratteristiche comuni: sistema operativo, generazione, tipo di sicurezza e stato generalizzato o specializzato. Le macchine virtuali si creano dalle sue versioni.',
    },
    excludeFromLatest: {
      name: 'Escludi dalla versione più recente',
      text: 'Le macchine virtuali e i set di scalabilità che richiedono la versione più recente ottengono quella con il numero più alto. Una versione esclusa viene ignorata, ma resta selezionabile in base al numero. In questo modo è possibile provarla prima di renderla disponibile a tutti.',
    },
    replicas: {
      name: 'Repliche',
      text: 'Le repliche sono le copie di una versione dell’immagine in un’area. Con più repliche è possibile creare più macchine virtuali contemporaneamente: prevedere una replica ogni 50 distribuzioni simultanee di VM, più una per ogni set di scalabilità. Azure addebita l’archiviazione di ogni replica.',
    },
    diskEncryptionSet: {
      name: 'Set di crittografia del disco',
      text: 'Un set di crittografia del disco collega dischi e immagini a una chiave gestita dal cliente in Azure Key Vault, usata tramite l’identità gestita del set. Il set vale in una sola area, quindi ogni area di destinazione ne richiede uno. Se la chiave viene disabilitata o eliminata, i dati crittografati non sono leggibili.',
    },
    doubleEncryption: {
      name: 'Doppia crittografia',
      text: 'La doppia crittografia protegge i dati inattivi con due livelli: uno con una chiave gestita dalla piattaforma, l’altro con una chiave gestita dal cliente. Se un livello viene compromesso, l’altro continua a proteggere i dati. Richiede set di crittografia del disco di tipo “Doppia crittografia”.',
    },
    confidentialDisks: {
      name: 'Crittografia del disco riservato',
      text: 'La crittografia del disco riservato associa le chiavi del disco al TPM di una macchina virtuale riservata, in modo che solo questa possa leggere il disco. Con una chiave gestita dal cliente richiede un set riservato, ossia un set di tipo “Crittografia del disco riservato”.',
    },
    readiness: {
      name: 'Stato della chiave',
      text: 'Un set di crittografia del disco è pronto quando la chiave è abilitata e non scaduta, l’identità gestita può accedervi e l’insieme di credenziali ha la protezione dalla rimozione definitiva ed è raggiungibile da Azure. Il portale lo verifica con le autorizzazioni dell’utente. Ciò che non è leggibile risulta sconosciuto.',
    },
    recycleBin: {
      name: 'Cestino',
      text: 'Con l’eliminazione temporanea, una raccolta conserva le versioni eliminate nel cestino della loro definizione. Fino alla data indicata è possibile ripristinare una versione con lo stesso numero e le stesse chiavi; poi Azure la elimina definitivamente. Fino ad allora Azure conserva e addebita una replica per area.',
    },
    tags: {
      name: 'Tag',
      text: 'I tag sono coppie di nome e valore che organizzano le risorse, ad esempio per proprietario o centro di costo. In Azure è possibile filtrare risorse e costi in base ai tag. Non immettere segreti: i tag sono archiviati come testo normale.',
    },
  },
}

/** What the terms of the portal mean, in the language shown. */
export const useConceptTexts = catalogue({ en: conceptsEn, it: conceptsIt })
