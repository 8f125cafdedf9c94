import type { Browser } from '@playwright/test'
import { startAzureSimulator, systemClock, type AzureSimulator } from '@portal/azure-simulator'
import { startDemo } from '@portal/bff/demo'

export interface SlowDemo {
  demo: { url: string; azure: AzureSimulator }
}

// More than the portal allows: no visitor opens three scenarios in three seconds, as these tests do.
const requestsPerSecond = { address: 300, user: 100, userWrites: 10 }

/** A demo as visitors see it, whose time moves on only where a step moves it: it runs as slowly as it can. */
export async function slowDemo(
  { browser: _ }: { browser: Browser },
  use: (demo: SlowDemo['demo']) => Promise<void>,
): Promise<void> {
  const newClock = (startAt?: number) => systemClock({ rate: 1, ...(startAt !== undefined && { startAt }) })
  const azure = await startAzureSimulator({ port: 0, throttling: 'off', sandboxes: { newClock } })
  const { url, close } = await startDemo({ port: 0, simulator: azure, requestsPerSecond, logLevel: 'silent' })
  await use({ url, azure })
  await close()
  await azure.close()
}

/** The resources of the test's only visitor. */
export function storeOf({ azure }: { azure: AzureSimulator }) {
  const [sandbox] = azure.sandboxes?.values() ?? []
  if (sandbox === undefined) throw new Error('The visitor has no sandbox')
  return sandbox.store
}
