import type { NotificationsTexts } from './notifications.en.ts'

export const notificationsIt: NotificationsTexts = {
  title: 'Notifiche',
  close: 'Chiudi',
  button: (unread, formatted) => (unread === 0 ? 'Notifiche' : `Notifiche, da leggere: ${formatted}`),
  none: 'Nessuna notifica in questa scheda.',
  noneAdvice:
    'Le operazioni che terminano mentre si è in un’altra pagina vengono elencate qui fino alla chiusura della scheda.',
  succeeded: {
    created: (name) => `${name}: creazione completata`,
    updated: (name) => `${name}: aggiornamento completato`,
    deleted: (name) => `${name}: eliminazione completata`,
    moved: (name) => `${name}: spostamento completato`,
    completed: (name) => `${name}: completata`,
  },
  failed: {
    created: (name) => `${name}: creazione non riuscita`,
    updated: (name) => `${name}: aggiornamento non riuscito`,
    deleted: (name) => `${name}: eliminazione non riuscita`,
    moved: (name) => `${name}: spostamento non riuscito`,
    completed: (name) => `${name}: terminata con errori`,
  },
  canceled: {
    created: (name) => `${name}: creazione annullata`,
    updated: (name) => `${name}: aggiornamento annullato`,
    deleted: (name) => `${name}: eliminazione annullata`,
    moved: (name) => `${name}: spostamento annullato`,
    completed: (name) => `${name}: annullata`,
  },
  gone: (name) => `Non più in corso: ${name}`,
  setsIn: (group) => `Set di crittografia del disco in ${group}`,
  campaign: (number) => `Esecuzione della crittografia ${number}`,
  failedRegion: (region, message) => (message === '' ? region : `${region}: ${message}`),
  moreFailures: (count) => `Altri errori: ${count}`,
  unread: 'Da leggere',
  open: 'Apri',
  dismiss: 'Ignora',
  markAllRead: 'Segna tutto come letto',
  clear: 'Cancella tutto',
  browser: {
    label: 'Notifiche del browser',
    hint: 'Visualizzate quando è attiva un’altra scheda o finestra.',
    denied: 'Il browser blocca le notifiche di questo sito. Consentirle nelle impostazioni del sito del browser.',
    unsupported: 'Questo browser non supporta le notifiche.',
  },
}
