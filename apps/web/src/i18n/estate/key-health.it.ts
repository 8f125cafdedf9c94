import type { KeyHealthTexts } from './key-health.en.ts'

/** The Italian texts of key health. */
export const keyHealthIt: KeyHealthTexts = {
  title: 'Set controllati',
  set: 'Set di crittografia del disco',
  health: 'Stato della chiave',
  checked: (checked, total) => `Controllati: ${checked} di ${total} set`,
}
