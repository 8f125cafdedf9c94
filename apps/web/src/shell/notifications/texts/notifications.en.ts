/** What Azure did to something. */
export type EndedOperation = 'created' | 'updated' | 'deleted' | 'moved' | 'completed'

/** The texts of what finished or failed while the user was elsewhere. */
export const notificationsEn = {
  title: 'Notifications',
  close: 'Close',
  button: (unread: number, formatted: string) =>
    unread === 0 ? 'Notifications' : `Notifications, ${formatted} unread`,
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
