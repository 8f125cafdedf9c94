import { keyOfUrl, vaultHostOf, type ImpactEvent } from '@portal/disk-encryption'
import type { AzureAsProgram } from './azure-as-program.ts'
import { spareKey, type KeyWorld } from './key-world-resources.ts'

const hour = 3_600_000
const day = 24 * hour

/** What can happen to the key of a world's first set, and how long it takes to show, in milliseconds. */
export const outages = {
  keyDisabled: hour,
  keyExpired: hour,
  keyDeleted: hour,
  // Purge protection, which sets demand, keeps a deleted key until the vault's retention of seven days is over.
  keyPurged: 8 * day,
  setKeyChanged: hour,
  vaultClosed: hour,
} as const satisfies Record<ImpactEvent['type'], number>
export type Outage = keyof typeof outages

/** The question of the forecast about an outage. */
export function impactEventOf(keyWorld: KeyWorld, outage: Outage): ImpactEvent {
  const keyUrl = firstKey(keyWorld)
  if (outage === 'setKeyChanged') return { type: outage, setId: keyWorld.setIds[0] ?? '' }
  if (outage === 'vaultClosed') return { type: outage, vaultHost: vaultHostOf(keyUrl) }
  return { type: outage, key: keyOfUrl(keyUrl) }
}

/** The URL of the key of a world's first set. */
export function firstKey({ plan, keyUrl }: KeyWorld): string {
  const [set] = plan.sets
  return keyUrl(set?.region ?? 0, set?.key ?? 'a')
}

/** Makes it really happen. Throws if Azure refuses. `now` is in milliseconds. */
export async function cause(
  azure: AzureAsProgram,
  keyWorld: KeyWorld,
  { outage, now }: { outage: Outage; now: number },
) {
  const { plan, setIds, vaultOf, keyUrl } = keyWorld
  const region = plan.sets[0]?.region ?? 0
  const { id, name } = vaultOf(region)
  const path = new URL(firstKey(keyWorld)).pathname
  const send = () => {
    switch (outage) {
      case 'keyDisabled':
        return azure.vault(name, { method: 'PATCH', path, body: { attributes: { enabled: false } } })
      case 'keyExpired':
        return azure.vault(name, {
          method: 'PATCH',
          path,
          body: { attributes: { exp: Math.floor(now / 1000) + 60 } },
        })
      case 'keyDeleted':
      case 'keyPurged':
        return azure.vault(name, { method: 'DELETE', path: path.split('/').slice(0, 3).join('/') })
      case 'setKeyChanged':
        return azure.arm('PATCH', setIds[0] ?? '', {
          properties: { activeKey: { keyUrl: keyUrl(region, spareKey), sourceVault: { id } } },
        })
      case 'vaultClosed':
        return azure.arm('PATCH', id, { properties: { networkAcls: { defaultAction: 'Deny', bypass: 'None' } } })
    }
  }
  const { status, text } = await send()
  if (status >= 300) throw new Error(`${outage}: ${status} ${text}`)
}
