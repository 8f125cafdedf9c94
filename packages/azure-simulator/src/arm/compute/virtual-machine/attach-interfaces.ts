import { objectsAt, textAt, valueAt } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import type { ArmRequest } from '../../request.ts'

/** A machine's network interfaces refer to it; the first is the primary one unless the machine says otherwise. */
export function attachInterfaces({ tenant }: ArmRequest, machine: StoredResource): void {
  objectsAt(machine.properties, 'networkProfile', 'networkInterfaces').forEach((reference, index) => {
    const found = tenant.store.get(textAt(reference, 'id') ?? '')
    if (found?.type !== 'Microsoft.Network/networkInterfaces') return
    const primary = valueAt(reference, 'properties', 'primary') ?? index === 0
    const virtualMachine = { id: machine.id }
    tenant.store.put({ ...found, properties: { ...found.properties, primary, virtualMachine } })
  })
}
