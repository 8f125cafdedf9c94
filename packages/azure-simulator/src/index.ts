export { startAzureSimulator } from './simulator.ts'
export type { AzureSimulator, SimulatorOptions } from './simulator.ts'
export { startSimulatorProcess } from './process/simulator-process.ts'
export type { Interruption, SimulatorProcess, SimulatorProcessOptions } from './process/simulator-process.ts'
export { manualClock, systemClock } from './clock/clock.ts'
export type { Clock, ManualClock, SystemClock } from './clock/clock.ts'
export { storedCertificate } from './certificates/kept-certificate.ts'
export type { Faults, Held, RequestPattern } from './faults.ts'
export type { RecordedRequest } from './requests.ts'
export type { Store, StoredResource } from './store/store.ts'
export type {
  ReplicationFailure,
  RoleAssignment,
  ServicePrincipal,
  Subscription,
  Tenant,
  User,
  World,
} from './world.ts'
export { worldInFile, worldOfCopy } from './saved-worlds/world-of-copy.ts'
export type { SandboxOptions, Sandboxes } from './sandboxes/sandboxes.ts'
export type { SandboxLimits } from './sandboxes/sandbox-limits.ts'
export { storedSigningKey } from './certificates/kept-signing-key.ts'
export { contoso } from './worlds/contoso.ts'
export { fabrikam } from './worlds/fabrikam.ts'
export { contosoEstate } from './worlds/contoso-estate.ts'
