import type { PolicyTexts } from './policy.en.ts'

const unread = 'Impossibile leggere i criteri assegnati. Azure potrebbe comunque rifiutare la richiesta.'

export const policyIt: PolicyTexts = {
  requests: {
    version: {
      denied: (names) => `Un criterio di Azure rifiuterebbe questa versione: ${names}`,
      deniedAdvice: 'Scegliere la crittografia richiesta dal criterio o chiedere un’esenzione.',
      audited: (names) => `Un criterio di Azure segnalerebbe questa versione: ${names}`,
      auditedAdvice: 'Azure crea la versione e la segnala come non conforme.',
      compliant: 'Nessuna violazione rilevata dei criteri assegnati alla raccolta.',
      unread,
    },
    update: {
      denied: (names) => `Un criterio di Azure rifiuterebbe questo aggiornamento: ${names}`,
      deniedAdvice:
        'Scegliere la crittografia richiesta dal criterio o chiedere un’esenzione. Per cambiare la crittografia di un’area esistente, rimuovere l’area e aggiungerla di nuovo.',
      audited: (names) => `Un criterio di Azure segnalerebbe questa versione: ${names}`,
      auditedAdvice: 'Azure aggiorna la versione e la segnala come non conforme.',
      compliant: 'Nessuna violazione rilevata dei criteri assegnati alla raccolta.',
      unread,
    },
    machine: {
      denied: (names) => `Un criterio di Azure rifiuterebbe questa macchina virtuale: ${names}`,
      deniedAdvice:
        'Scegliere set di crittografia del disco o un’immagine conformi al criterio o un altro gruppo di risorse, oppure chiedere un’esenzione.',
      audited: (names) => `Un criterio di Azure segnalerebbe questa macchina virtuale: ${names}`,
      auditedAdvice: 'Azure crea la macchina virtuale e la segnala come non conforme.',
      compliant: 'Nessuna violazione rilevata dei criteri di crittografia dei dischi assegnati al gruppo di risorse.',
      unread,
    },
  },
  cells: (cells) => `Non conforme: ${cells}.`,
  notJudged: (names) =>
    `Il portale non può valutare questi criteri, quindi Azure potrebbe comunque rifiutare la richiesta: ${names}.`,
  more: (cells, more) => `${cells}, +${more}`,
}
