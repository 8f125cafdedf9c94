import { catalogue } from '../../i18n/catalogue.ts'

/** A title says what to do, and a body why. */
export interface TourStepTexts {
  title: string
  body: string
  /** where what the step is about is not there, and something else leads to it */
  otherwise?: { title: string; body: string }
}

const steps = {
  home: {
    title: 'Select ubuntu-web',
    body: 'In 13 steps, you create an encrypted version in three regions, and get its code. ubuntu-web is the image definition.',
  },
  definition: {
    title: 'Select Create version',
    body: 'Version 1.1.0 is encrypted with Contoso’s own keys. The next one will be too.',
  },
  source: {
    title: 'Choose myImage as the managed image',
    body: 'It’s the image of the example in Microsoft’s documentation. The version number and regions are already filled in.',
  },
  encryption: {
    title: 'Open the Encryption tab',
    body: 'There, each disk in each region gets a disk encryption set, which uses your own key.',
  },
  fill: {
    title: 'Select Fill 3 sets',
    body: 'The empty cells get the same sets as in version 1.1.0.',
    otherwise: {
      title: 'Choose a set in each empty cell',
      body: 'The list of a cell has the sets that fit, the ready ones first.',
    },
  },
  repair: {
    title: 'Select Turn on purge protection',
    body: 'This set isn’t ready: Azure requires purge protection on its key vault. You can fix that here.',
    otherwise: {
      title: 'Select the cell that isn’t ready',
      body: 'Below its row, you can see why and fix it.',
    },
  },
  review: {
    title: 'Select Review + create',
    body: 'All sets are ready. The portal now checks your entries against Azure’s rules.',
  },
  create: {
    title: 'Select Create',
    body: 'Nothing has been sent to Azure yet. The review shows the key of each disk in each region.',
  },
  replication: {
    title: 'Move time forward',
    body: 'Azure copies the image to each region, which takes minutes. In the demo, you can skip them.',
  },
  proof: {
    title: 'Check the applied encryption',
    body: 'Azure reports which set encrypts each disk. The portal compares that with your request.',
  },
  nextVersion: {
    title: 'Select Create next version',
    body: 'The next version begins with these choices, and can be created by code too.',
  },
  showCode: {
    title: 'Select Show code',
    body: 'The portal writes your choices as code for your pipeline.',
  },
  code: {
    title: 'That’s the tour',
    body: 'This code creates the next version, in nine formats such as Bicep and Terraform. The scenarios show what can go wrong.',
  },
} satisfies Record<string, TourStepTexts>

export type TourStepId = keyof typeof steps

const stepTexts: Record<TourStepId, TourStepTexts> = steps

/** The texts of the demo’s guided tour; only who takes it loads them. */
export const tourEn = {
  step: (step: number, of: number) => `Guided tour · ${step} of ${of}`,
  leave: 'Exit tour',
  next: 'Next',
  forward: 'Move time forward',
  finish: 'Finish',
  keys: 'Alt+G goes to this card, and from there to the item it describes.',
  lost: {
    title: 'The tour continues elsewhere',
    body: (title: string) => `The next step is “${title}”, and it isn’t on this page.`,
    goThere: 'Go there',
  },
  steps: stepTexts,
}

const tourIt: typeof tourEn = {
  step: (step, of) => `Tour guidato · ${step} di ${of}`,
  leave: 'Esci dal tour',
  next: 'Avanti',
  forward: 'Fai avanzare il tempo',
  finish: 'Fine',
  keys: 'ALT+G porta a questa scheda e, da qui, all’elemento di cui parla.',
  lost: {
    title: 'Il tour continua altrove',
    body: (title) => `Il prossimo passaggio è “${title}” e non si trova in questa pagina.`,
    goThere: 'Vai al passaggio',
  },
  steps: {
    home: {
      title: 'Selezionare ubuntu-web',
      body: 'In 13 passaggi si ottengono una versione crittografata in tre aree e il relativo codice. ubuntu-web è la definizione dell’immagine.',
    },
    definition: {
      title: 'Selezionare Crea versione',
      body: 'La versione 1.1.0 è crittografata con le chiavi di Contoso. Lo sarà anche la prossima.',
    },
    source: {
      title: 'Scegliere myImage come immagine gestita',
      body: 'È l’immagine dell’esempio nella documentazione Microsoft. Numero di versione e aree sono già compilati.',
    },
    encryption: {
      title: 'Aprire la scheda Crittografia',
      body: 'Qui ogni disco in ogni area riceve un set di crittografia del disco, che usa una chiave gestita dal cliente.',
    },
    fill: {
      title: 'Selezionare Inserisci 3 set',
      body: 'Le celle vuote ricevono gli stessi set della versione 1.1.0.',
      otherwise: {
        title: 'Scegliere un set in ogni cella vuota',
        body: 'L’elenco di una cella contiene i set adatti, a partire da quelli pronti.',
      },
    },
    repair: {
      title: 'Selezionare Attiva protezione dalla rimozione definitiva',
      body: 'Questo set non è pronto: Azure richiede la protezione dell’insieme di credenziali dalla rimozione definitiva. Si attiva da qui.',
      otherwise: {
        title: 'Selezionare la cella che non è pronta',
        body: 'Sotto la tabella si trovano il motivo e la correzione.',
      },
    },
    review: {
      title: 'Selezionare Rivedi e crea',
      body: 'Tutti i set sono pronti. Ora il portale verifica i dati in base alle regole di Azure.',
    },
    create: {
      title: 'Selezionare Crea',
      body: 'Nulla è stato ancora inviato ad Azure. Il riepilogo mostra la chiave di ogni disco in ogni area.',
    },
    replication: {
      title: 'Far avanzare il tempo',
      body: 'Azure copia l’immagine in ogni area e impiega alcuni minuti. Nella demo non serve attendere.',
    },
    proof: {
      title: 'Verificare la crittografia applicata',
      body: 'Azure indica quale set crittografa ogni disco. Il portale lo confronta con la richiesta.',
    },
    nextVersion: {
      title: 'Selezionare Crea versione successiva',
      body: 'La versione successiva inizia da queste scelte e si può creare anche con codice.',
    },
    showCode: {
      title: 'Selezionare Mostra codice',
      body: 'Il portale scrive le scelte come codice per la propria pipeline.',
    },
    code: {
      title: 'Il tour è finito',
      body: 'Questo codice crea la versione successiva, in nove formati come Bicep e Terraform. Gli scenari mostrano che cosa può andare storto.',
    },
  },
}

/** The texts of the guided tour in the language shown. */
export const useTourTexts = catalogue({ en: tourEn, it: tourIt })
