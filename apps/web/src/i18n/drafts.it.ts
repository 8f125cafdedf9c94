import type { DraftsTexts } from './drafts.en.ts'

export const draftsIt: DraftsTexts = {
  elsewhere: {
    title: 'Ci stai lavorando in un’altra scheda',
    text: 'Solo una scheda può modificare una bozza, così nulla di ciò che inserisci va perso e nulla viene inviato due volte. Continua in quella scheda oppure riprendi qui la bozza, con tutto ciò che hai inserito.',
    takeOver: 'Riprendi qui',
  },
  notKept: {
    title: 'Il browser non conserva questa bozza',
    text: 'L’archiviazione è bloccata o piena. Puoi continuare e inviare come al solito, ma ciò che inserisci va perso se ricarichi o chiudi questa pagina.',
    dismiss: 'Ignora',
  },
}
