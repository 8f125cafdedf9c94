import type { ConceptTexts } from './concepts.en.ts'

export const conceptsIt: ConceptTexts = {
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
