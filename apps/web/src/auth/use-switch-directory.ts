import { useState } from 'react'
import { switchDirectory } from './authentication.ts'

/** The switch to another directory: `switchingTo` is its tenant ID while Entra ID is called. */
export interface SwitchDirectory {
  switchingTo: string | undefined
  failed: boolean
  /** continues at `returnTo`, an address of the portal, in that directory */
  switchTo: (tenantId: string, returnTo: string) => void
}

export function useSwitchDirectory(): SwitchDirectory {
  const [switchingTo, setSwitchingTo] = useState<string>()
  const [failed, setFailed] = useState(false)
  return {
    switchingTo,
    failed,
    switchTo(tenantId, returnTo) {
      if (switchingTo !== undefined) return
      setSwitchingTo(tenantId)
      setFailed(false)
      switchDirectory(tenantId, returnTo).catch(() => {
        setSwitchingTo(undefined)
        setFailed(true)
      })
    },
  }
}
