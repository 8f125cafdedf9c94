import type { DraftsTexts } from './drafts.en.ts'

export const draftsIt: DraftsTexts = {
  elsewhere: {
    title: 'Questa bozza è aperta in un’altra scheda',
    text: 'Questa scheda è di sola lettura. Continuare nell’altra scheda o riprendere qui la bozza.',
    takeOver: 'Riprendi qui',
  },
  notKept: {
    title: 'Il browser non salva questa bozza',
    text: 'L’archiviazione del browser è bloccata o piena. È possibile continuare, ma i dati immessi vanno persi se si ricarica o si chiude la pagina.',
    dismiss: 'Ignora',
  },
}
