/** Whether a machine does its work. */
export type Power = 'running' | 'off' | 'unknown'

const powers: Record<string, Power> = {
  running: 'running',
  starting: 'running',
  stopping: 'off',
  stopped: 'off',
  deallocating: 'off',
  deallocated: 'off',
}

/**
 * From Azure's power state, with or without `PowerState/`:
 * https://learn.microsoft.com/azure/virtual-machines/states-billing
 */
export function powerOf(powerState: string): Power {
  return powers[powerState.replace(/^PowerState\//i, '').toLowerCase()] ?? 'unknown'
}
