import type { PolicyTexts } from './policy.en.ts'

export const policyIt: PolicyTexts = {
  requests: {
    version: {
      denied: (names) => `Criteri di Azure rifiuterebbe questa versione: ${names}`,
      deniedAdvice:
        'Scegliere la crittografia richiesta dal criterio oppure chiedere un’esenzione a chi lo ha assegnato. Fino ad allora Azure non accetta una versione come questa.',
      audited: (names) => `Criteri di Azure segnalerebbe questa versione: ${names}`,
      auditedAdvice: 'Azure accetta la versione e la elenca come non conforme.',
      compliant: 'I criteri assegnati alla raccolta sono rispettati, per quanto il portale può valutarli.',
      unread:
        'Non è stato possibile leggere quali criteri sono assegnati alla raccolta, quindi Azure può ancora rifiutare a causa di uno di essi.',
    },
    update: {
      denied: (names) => `Criteri di Azure rifiuterebbe questo aggiornamento: ${names}`,
      deniedAdvice:
        'Un criterio guarda l’intera versione, anche le aree che restano come sono. Scegliere nelle nuove aree la crittografia richiesta; quella di un’area già presente cambia solo rimuovendola e aggiungendola di nuovo. Oppure chiedere un’esenzione a chi ha assegnato il criterio.',
      audited: (names) => `Criteri di Azure segnalerebbe questa versione: ${names}`,
      auditedAdvice: 'Azure accetta l’aggiornamento ed elenca la versione come non conforme.',
      compliant: 'I criteri assegnati alla raccolta sono rispettati, per quanto il portale può valutarli.',
      unread:
        'Non è stato possibile leggere quali criteri sono assegnati alla raccolta, quindi Azure può ancora rifiutare a causa di uno di essi.',
    },
    machine: {
      denied: (names) => `Criteri di Azure rifiuterebbe questa macchina virtuale: ${names}`,
      deniedAdvice:
        'Scegliere i set di crittografia del disco richiesti dal criterio o un altro gruppo di risorse, oppure chiedere un’esenzione a chi lo ha assegnato. Fino ad allora Azure non accetta una macchina virtuale come questa.',
      audited: (names) => `Criteri di Azure segnalerebbe questa macchina virtuale: ${names}`,
      auditedAdvice: 'Azure accetta la macchina virtuale e la elenca come non conforme.',
      compliant:
        'I criteri sulla crittografia dei dischi assegnati al gruppo di risorse sono rispettati, per quanto il portale può valutarli.',
      unread:
        'Non è stato possibile leggere quali criteri sono assegnati al gruppo di risorse, quindi Azure può ancora rifiutare a causa di uno di essi.',
    },
  },
  cells: (cells) => `Non come richiesto: ${cells}.`,
  notJudged: (names) =>
    `Il portale non può valutare questi criteri, e Azure può ancora rifiutare a causa di uno di essi: ${names}.`,
  more: (cells, more) => `${cells} e altri ${more}`,
}
