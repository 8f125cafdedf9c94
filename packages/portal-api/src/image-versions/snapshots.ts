import * as z from 'zod/mini'
import { endpoint } from '../endpoint.ts'

/**
 * Makes a snapshot of each disk of a virtual machine, as the user, beside the machine, and answers as soon as Azure has
 * taken them on: `getSourceResource` tells when they are finished. The same `at` (ISO 8601) makes the same snapshots,
 * so it may be asked twice.
 */
export const snapshotVirtualMachine = endpoint({
  method: 'POST',
  path: '/api/virtual-machine-snapshots',
  request: z.strictObject({ virtualMachineId: z.string().check(z.maxLength(1024)), at: z.iso.datetime() }),
  response: z.strictObject({
    osDiskId: z.string(),
    dataDisks: z.array(z.strictObject({ lun: z.number(), id: z.string() })),
  }),
})
export type MachineSnapshots = z.infer<typeof snapshotVirtualMachine.response>
