/** The English texts of key health. */
export const keyHealthEn = {
  title: 'Sets checked',
  set: 'Disk encryption set',
  health: 'Key health',
  checked: (checked: string, total: string) => `Checked: ${checked} of ${total} sets`,
}

export type KeyHealthTexts = typeof keyHealthEn
