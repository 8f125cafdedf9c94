import { catalogue } from '../../i18n/catalogue.ts'

/** What Azure did to something. */
export type EndedOperation = 'created' | 'updated' | 'deleted' | 'moved' | 'completed'

/** The texts of what finished or failed while the user was elsewhere. */
export const notificationsEn = {
  title: 'Notifications',
  count: (formatted: string) => `${formatted} unread`,
  none: 'No notifications in this tab.',
  noneAdvice: 'Operations that finish while you’re on another page appear here until you close the tab.',
  succeeded: {
    created: (name: string) => `${name} created`,
    updated: (name: string) => `${name} updated`,
    deleted: (name: string) => `${name} deleted`,
    moved: (name: string) => `${name} moved`,
    completed: (name: string) => `${name} completed`,
  },
  failed: {
    created: (name: string) => `Creation of ${name} failed`,
    updated: (name: string) => `Update of ${name} failed`,
    deleted: (name: string) => `Deletion of ${name} failed`,
    moved: (name: string) => `Move of ${name} failed`,
    completed: (name: string) => `${name} ended with errors`,
  },
  canceled: {
    created: (name: string) => `Creation of ${name} canceled`,
    updated: (name: string) => `Update of ${name} canceled`,
    deleted: (name: string) => `Deletion of ${name} canceled`,
    moved: (name: string) => `Move of ${name} canceled`,
    completed: (name: string) => `${name} canceled`,
  },
  gone: (name: string) => `No longer in progress: ${name}`,
  setsIn: (group: string) => `Disk encryption sets in ${group}`,
  versionsIn: (count: string, gallery: string) => `${count} versions in ${gallery}`,
  campaign: (number: string) => `Encryption run ${number}`,
  failedRegion: (region: string, message: string) => (message === '' ? region : `${region}: ${message}`),
  moreFailures: (count: string) => `More failures: ${count}`,
  unread: 'Unread',
  open: 'Open',
  dismiss: 'Dismiss',
  markAllRead: 'Mark all as read',
  clear: 'Clear all',
  browser: {
    label: 'Browser notifications',
    hint: 'Shown while this tab is in the background.',
    denied: 'Your browser blocks notifications from this site. Allow them in the browser’s site settings.',
    unsupported: 'This browser doesn’t support notifications.',
  },
}

export type NotificationsTexts = typeof notificationsEn

export const notificationsIt: NotificationsTexts = {
  title: 'Notifiche',
  count: (formatted) => `${formatted} da leggere`,
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
  versionsIn: (count, gallery) => `${count} versioni in ${gallery}`,
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

/** The texts of what finished or failed elsewhere, in the language shown. */
export const useNotificationsTexts = catalogue({ en: notificationsEn, it: notificationsIt })
