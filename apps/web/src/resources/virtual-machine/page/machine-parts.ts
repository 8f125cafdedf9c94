import { machineResources, type VirtualMachineDeployment } from '@portal/virtual-machine'

type Operation = VirtualMachineDeployment['operations'][number]

/** A resource of the deployment; `Waiting` while Azure has not started it. */
export interface MachinePart {
  /** `virtualMachines` */
  type: string
  name: string
  state: Operation['state'] | 'Waiting'
  milliseconds?: number
  error?: Operation['error']
}

/** Everything that the deployment creates, in its order, with the progress of each. */
export function machineParts({ plan, operations }: VirtualMachineDeployment): MachinePart[] {
  return machineResources(plan).map(({ type, name }) => {
    const end = `/providers/${type}/${name}`.toLowerCase()
    const operation = operations.find(({ resourceId }) => resourceId.toLowerCase().endsWith(end))
    const part = { type: type.split('/').at(-1) ?? type, name }
    if (operation === undefined) return { ...part, state: 'Waiting' }
    const { state, milliseconds, error } = operation
    return { ...part, state, milliseconds, ...(error && { error }) }
  })
}
