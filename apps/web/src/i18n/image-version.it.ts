import type { ImageVersionTexts } from './image-version.en.ts'

export const imageVersionIt: ImageVersionTexts = {
  updateReplication: 'Aggiorna la replica',
  createVirtualMachine: 'Crea macchina virtuale',
  remaining: (duration) => `ancora circa ${duration} al ritmo visto qui`,
  json: {
    heading: 'JSON come lo ha Azure',
    intro: 'La risposta di Azure Resource Manager senza tralasciare nulla, come la riceverebbe qualsiasi altro client.',
    show: 'Mostra il JSON',
    hide: 'Nascondi il JSON',
    copy: 'Copia il JSON',
  },
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
}
