import * as z from 'zod/mini'
import { post } from '../endpoint.ts'

/**
 * Creates a snapshot of each disk of a virtual machine, with the user's permissions, in the machine's resource group,
 * and answers as soon as Azure has accepted them: `getSourceResource` says when they are finished. The same `at` (ISO
 * 8601) creates the same snapshots, so the call can be repeated.
 */
export const snapshotVirtualMachine = post(
  '/api/virtual-machine-snapshots',
  z.strictObject({ virtualMachineId: z.string().check(z.maxLength(1024)), at: z.iso.datetime() }),
  z.strictObject({
    osDiskId: z.string(),
    dataDisks: z.array(z.strictObject({ lun: z.number(), id: z.string() })),
  }),
)
export type MachineSnapshots = z.infer<typeof snapshotVirtualMachine.response>
