import type { ImageVersionTexts } from './image-version.en.ts'

export const imageVersionIt: ImageVersionTexts = {
  customerKeys: {
    none: 'Chiave gestita dalla piattaforma',
    some: 'Chiavi gestite dal cliente per alcuni dischi',
    all: 'Chiavi gestite dal cliente',
  },
  updateReplication: 'Aggiorna la replica',
  createVirtualMachine: 'Crea macchina virtuale',
  createNextVersion: 'Crea la versione successiva come questa',
  remaining: (duration) => `ancora circa ${duration} al ritmo visto qui`,
  json: {
    label: 'Il JSON di questa versione',
    heading: 'JSON come lo ha Azure',
    intro: 'La risposta di Azure Resource Manager senza tralasciare nulla, come la riceverebbe qualsiasi altro client.',
    show: 'Mostra il JSON',
    hide: 'Nascondi il JSON',
    copy: 'Copia il JSON',
  },
  downloadEncryption: 'Scarica la crittografia in formato CSV',
  permissions: {
    heading: 'Che cosa è consentito fare',
    intro:
      'Come stabilito dai ruoli di Azure per l’account in uso. Il portale non può fare nulla che all’account non sia consentito.',
    what: 'Che cosa',
    answer: 'Account',
    action: 'Azione e ambito',
    acts: {
      read: 'Vedere questa versione',
      update: 'Aggiornarne le aree e le opzioni di pubblicazione',
      repair: 'Riparare un’area o aggiungere aree in gruppi',
      delete: 'Eliminare questa versione',
      createVirtualMachine: 'Creare macchine virtuali nel suo gruppo di risorse',
      readSets: 'Vedere i set di crittografia del disco della sua sottoscrizione',
    },
    answers: { allowed: 'Consentito', forbidden: 'Non consentito', unknown: 'Non noto' },
    unknown:
      'Azure non indica quali ruoli ha l’account in tale ambito. Ciò che non è noto potrebbe essere rifiutato quando si prova.',
    lacking: 'Un proprietario dell’ambito può assegnare ciò che manca:',
    request: (lines) => `Si prega di assegnare al mio account questi diritti in Azure:\n${lines}`,
    requestLine: (action, scope, role) => `${action}\n  in ${scope}\n  ad esempio con il ruolo ${role}`,
    copyRequest: 'Copia la richiesta',
  },
  work: {
    kinds: { Rollout: 'Distribuzione in gruppi', RegionRepair: 'Riparazione di aree' },
    states: { Running: 'In corso', Succeeded: 'Completata', Failed: 'Non riuscita', Canceled: 'Interrotta' },
    stepStates: { Waiting: 'In attesa', Running: 'In corso', Succeeded: 'Completato', Failed: 'Non riuscito' },
    notTaken: 'Non eseguito',
    hidden:
      'Non è consentito vedere le distribuzioni del gruppo di risorse, quindi una distribuzione in gruppi o una riparazione in corso non viene mostrata.',
    since: (duration) => `${duration} finora`,
    started: (time) => `Inizio: ${time}`,
    leave: 'Azure esegue questi passaggi da solo, uno dopo l’altro. Si può lasciare questa pagina.',
    stopped: 'Ciò che Azure aveva iniziato è stato portato a termine; i passaggi successivi non sono stati eseguiti.',
    failed:
      'I passaggi dopo quello non riuscito non sono stati eseguiti. Le aree sono come indicato nella tabella precedente.',
    step: 'Passaggio',
    add: (regions) => `Aggiungere ${regions}`,
    remove: (regions) => `Rimuovere ${regions}`,
    change: 'Modificare la versione',
    state: 'Stato',
    time: 'Tempo',
    took: (duration) => `durata ${duration}`,
    stop: 'Interrompi dopo questo passaggio',
    stopping: 'Interruzione in corso…',
  },
  repair: {
    title: (regions) => `Replica non riuscita in ${regions}`,
    text: 'Azure stesso consiglia di rimuovere tale area e di aggiungerla di nuovo. Risolvere prima ciò che indica il motivo riportato sotto, altrimenti non riuscirà di nuovo.',
    home: (region) =>
      `${region} è l’area propria della versione e non si può rimuovere. Risolvere la causa, poi creare di nuovo la versione.`,
    open: 'Rimuovi e aggiungi di nuovo…',
    openFor: (region) => `Rimuovi ${region} e aggiungila di nuovo…`,
    dialogTitle: (regions) => `Rimuovere ${regions} e aggiungere di nuovo`,
    intro:
      'Azure esegue entrambi i passaggi da solo, il secondo quando il primo è terminato. Le altre aree restano come sono.',
    first: (regions) => `1. Rimuovere ${regions}`,
    second: (regions) =>
      `2. Aggiungere di nuovo ${regions}, con le repliche, l’archiviazione e la crittografia di prima`,
    request: 'La richiesta, secondo la versione di adesso',
    requestOf: (step) => `Richiesta del passaggio ${step}`,
    copy: 'Copia la richiesta',
    confirm: 'Rimuovi e aggiungi di nuovo',
    starting: 'Avvio in corso…',
    cancel: 'Annulla',
    changed:
      'Qualcuno ha modificato la versione dopo il caricamento di questa pagina. Guardare la tabella, poi riaprire questa finestra.',
    rejected: 'Non è stato inviato nulla:',
  },
}
