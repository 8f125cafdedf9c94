import type { ChangeTexts } from './change.en.ts'

export const changeIt: ChangeTexts = {
  sending: 'Invio in corso…',
  cancel: 'Annulla',
  close: 'Chiudi',
  typeName: (name) => `Digitare ${name} per confermare`,
  nameDiffers: (name) => `Il nome non corrisponde. Digitare ${name}.`,
  request: 'Richiesta basata sulla versione attuale',
  requestOf: (step) => `Richiesta del passaggio ${step}`,
  copyRequest: 'Copia richiesta',
  lacking: 'Per ottenere le autorizzazioni mancanti, inviare questa richiesta a un proprietario dell’ambito:',
  failure: {
    changed: 'La versione è stata modificata da un altro utente. Controllarne lo stato e riprovare.',
    rejected: 'Richiesta non inviata. Correggere prima:',
    notSent: 'La risposta di Azure non è arrivata e la versione è invariata. Riprovare.',
    unknown:
      'La risposta di Azure non è arrivata e non è possibile leggere la versione. Aggiornare la pagina prima di riprovare.',
  },
}
