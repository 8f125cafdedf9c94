import type { DraftsTexts } from './drafts.en.ts'

export const draftsIt: DraftsTexts = {
  elsewhere: {
    title: 'Ci stai lavorando in un’altra scheda',
    text: 'Qui la bozza è di sola lettura: la modifica una scheda alla volta, così nulla di ciò che inserisci va perso e nulla viene inviato due volte. Ciò che inserisci là si vede qui. Continua in quella scheda oppure riprendi qui la bozza.',
    takeOver: 'Riprendi qui',
  },
  notKept: {
    title: 'Il browser non conserva questa bozza',
    text: 'L’archiviazione è bloccata o piena. Puoi continuare e inviare come al solito, ma ciò che inserisci va perso se ricarichi o chiudi questa pagina.',
    dismiss: 'Ignora',
  },
}
