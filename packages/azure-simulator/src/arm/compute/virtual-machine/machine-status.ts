import type { ArmErrorDetail } from '@portal/arm'
import { objectsAt, textAt, type JsonObject } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import { nextEtag } from './virtual-machine-body.ts'

/** The statuses of a machine's instance view. */
export function statusesOf({ instanceView }: StoredResource): JsonObject[] {
  return objectsAt(instanceView, 'statuses')
}

/** `running`, `stopped` or `deallocated`; undefined for a machine without a power state. */
export function powerOf(machine: StoredResource): string | undefined {
  const codes = statusesOf(machine).map((status) => textAt(status, 'code') ?? '')
  return codes.find((code) => code.startsWith('PowerState/'))?.slice('PowerState/'.length)
}

/** The machine with that status in the place of the one of the same kind (`PowerState`, `OSState`). */
export function withStatus(machine: StoredResource, status: JsonObject & { code: string }): StoredResource {
  const [kind = ''] = status.code.split('/')
  const others = statusesOf(machine).filter((one) => !textAt(one, 'code')?.startsWith(`${kind}/`))
  return {
    ...machine,
    envelope: { ...machine.envelope, etag: nextEtag(machine) },
    instanceView: { ...machine.instanceView, statuses: [...others, { level: 'Info', ...status }] },
  }
}

/** `PowerState/stopped`, shown as `VM stopped`. */
export function withPower(machine: StoredResource, power: string): StoredResource {
  return withStatus(machine, { code: `PowerState/${power}`, displayStatus: `VM ${power}` })
}

/** What the machine's last operation ended with: its error, or success. */
export function withOutcome(machine: StoredResource, failure: ArmErrorDetail | undefined): StoredResource {
  const hasFailed = statusesOf(machine).some(({ code }) => textAt({ code }, 'code')?.startsWith(failedWith))
  if (failure)
    return withStatus(machine, {
      code: `${failedWith}${failure.code}`,
      level: 'Error',
      displayStatus: 'Provisioning failed',
      message: failure.message,
    })
  if (!hasFailed) return machine
  return withStatus(machine, { code: 'ProvisioningState/succeeded', displayStatus: 'Provisioning succeeded' })
}

// https://learn.microsoft.com/azure/virtual-machines/states-billing#provisioning-states
const failedWith = 'ProvisioningState/failed/'
