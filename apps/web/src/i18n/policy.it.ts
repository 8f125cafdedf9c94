import type { PolicyTexts } from './policy.en.ts'

export const policyIt: PolicyTexts = {
  denied: (names) => `Criteri di Azure rifiuterebbe questa versione: ${names}`,
  deniedAdvice:
    'Scegliere la crittografia richiesta dal criterio oppure chiedere un’esenzione a chi lo ha assegnato. Fino ad allora Azure non accetta una versione come questa.',
  audited: (names) => `Criteri di Azure segnalerebbe questa versione: ${names}`,
  auditedAdvice: 'Azure accetta la versione e la elenca come non conforme.',
  compliant: 'I criteri assegnati alla raccolta sono rispettati, per quanto il portale può valutarli.',
  cells: (cells) => `Non come richiesto: ${cells}.`,
  unread:
    'Non è stato possibile leggere quali criteri sono assegnati alla raccolta, quindi Azure può ancora rifiutare a causa di uno di essi.',
  notJudged: (names) =>
    `Il portale non può valutare questi criteri, e Azure può ancora rifiutare a causa di uno di essi: ${names}.`,
  more: (cells, more) => `${cells} e altri ${more}`,
}
