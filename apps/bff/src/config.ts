import { readDemoConfig, type DemoConfig } from './config/demo-config.ts'
import { readEntraConfig, type EntraConfig } from './config/entra-config.ts'
import { ConfigurationFaults } from './process/configuration-faults.ts'
import { read, type Environment } from './process/environment.ts'

/** Reads the configuration from `env` only. Throws `ConfigurationFaults` with all faults at once. */
export function readConfig(env: Environment): EntraConfig | DemoConfig {
  const mode = read(env, 'AUTH_MODE') ?? 'demo'
  if (mode === 'entra') return readEntraConfig(env)
  if (mode === 'demo') return readDemoConfig(env)
  throw new ConfigurationFaults([`AUTH_MODE is "${mode}"; it must be demo or entra.`])
}
