import { catalogue } from '../i18n/catalogue.ts'

/** The texts of drafts: which tab has one, and whether the browser keeps it. */
const draftsEn = {
  elsewhere: {
    title: 'This draft is open in another tab',
    text: 'This tab is read-only so that nothing is lost or sent twice. Continue in the other tab, or take over here.',
    takeOver: 'Take over here',
  },
  notStored: {
    title: 'Your browser isn’t saving this draft',
    text: 'Browser storage is blocked or full. You can continue, but your entries are lost if you reload or close this page.',
    dismiss: 'Dismiss',
  },
}

const draftsIt: typeof draftsEn = {
  elsewhere: {
    title: 'Questa bozza è aperta in un’altra scheda',
    text: 'Questa scheda è di sola lettura. Continuare nell’altra scheda o riprendere qui la bozza.',
    takeOver: 'Riprendi qui',
  },
  notStored: {
    title: 'Il browser non salva questa bozza',
    text: 'L’archiviazione del browser è bloccata o piena. È possibile continuare, ma i dati immessi vanno persi se si ricarica o si chiude la pagina.',
    dismiss: 'Ignora',
  },
}

/** The texts of drafts in the language shown. */
export const useDraftsTexts = catalogue({ en: draftsEn, it: draftsIt })
