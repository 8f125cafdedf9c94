import * as api from '@portal/portal-api'
import { snapshotMachine } from '../../azure/sources/machine-snapshots.ts'
import { route } from '../route.ts'

export const snapshotRoutes = [
  route(api.snapshotVirtualMachine, ({ virtualMachineId, at }, { azure }) =>
    snapshotMachine(azure, virtualMachineId, at),
  ),
]
