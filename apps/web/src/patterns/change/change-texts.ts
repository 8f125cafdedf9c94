import { catalogue } from '../../i18n/catalogue.ts'

/** What the dialogs of all changes have in common. */
export const changeEn = {
  sending: 'Sending…',
  cancel: 'Cancel',
  typeName: (name: string) => `Type ${name} to confirm`,
  nameDiffers: (name: string) => `The name doesn’t match. Type ${name}.`,
  request: 'Request, based on the current version',
  requestOf: (step: string) => `Step ${step} request`,
  copyRequest: 'Copy request',
  lacking: 'To get the missing permissions, send this request to an owner of the scope:',
  failure: {
    changed: 'Someone else has changed this version. Check its state, and then try again.',
    rejected: 'Not sent. Fix this first:',
    notSent: 'Azure’s response didn’t arrive, and the version is unchanged. Try again.',
    unknown: 'Azure’s response didn’t arrive, and the version can’t be read. Refresh the page before you try again.',
  },
}

export const changeIt: typeof changeEn = {
  sending: 'Invio in corso…',
  cancel: 'Annulla',
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

/** The texts of the dialogs of changes, in the language shown. */
export const useChangeTexts = catalogue({ en: changeEn, it: changeIt })
