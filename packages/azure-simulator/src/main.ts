import { startAzureSimulator } from './simulator.ts'

// The simulator on its own, for the Azure CLI and other clients. PORT chooses the port.
const port = Number(process.env['PORT'] ?? 4290)
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`PORT must be a whole number from 0 to 65535, not '${process.env['PORT']}'.`)
  process.exit(1)
}
const simulator = await startAzureSimulator({ port })
const { world } = simulator
console.log(`Azure simulator: ${simulator.url}
Tenant ${world.tenantName}: ${simulator.tenantId}
Subscriptions: ${world.subscriptions.map(({ displayName, subscriptionId }) => `${displayName} ${subscriptionId}`).join(', ')}
People: ${world.users.map(({ displayName, userPrincipalName }) => `${displayName} <${userPrincipalName}>`).join(', ')}
Programs: ${world.servicePrincipals.map(({ displayName, clientId }) => `${displayName} ${clientId}`).join(', ')}`)
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void simulator.close().then(() => process.exit(0)))
