import type { Logger } from '../http/log.ts'

/** Whether the portal writes nothing for now. */
export interface ReadOnlySwitch {
  readonly isOn: boolean
  toggle(): void
}

/** Starts with `isOn`; each change is logged. */
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
