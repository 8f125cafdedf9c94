import type { Logger } from '../http/log.ts'

/** Whether the portal writes nothing for now. */
export interface ReadOnlySwitch {
  readonly isOn: boolean
  toggle(): void
}

/** Begins as `isOn` says; each turn is a line of the log. */
export function readOnlySwitch(isOn: boolean, logger: Logger): ReadOnlySwitch {
  const tell = () => logger.warn({ event: on ? 'read-only-on' : 'read-only-off' })
  let on = isOn
  if (on) tell()
  return {
    get isOn() {
      return on
    },
    toggle() {
      on = !on
      tell()
    },
  }
}
