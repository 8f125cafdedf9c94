import type { TourTexts } from './tour.en.ts'

export const tourIt: TourTexts = {
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
