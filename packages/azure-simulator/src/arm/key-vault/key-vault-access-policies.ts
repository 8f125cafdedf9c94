import { isJsonObject, objectsAt, textAt, type JsonObject } from '../../json.ts'
import { pathOf, requestedResource } from '../collections.ts'
import { invalidParameter } from '../errors.ts'
import { parameter, operation, type ArmOperation } from '../request.ts'
import { requestedProperties } from '../writing.ts'

const type = 'Microsoft.KeyVault/vaults'

/**
 * `add` extends the permissions of each object, `replace` replaces them, `remove` reduces them:
 * https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/update-access-policy
 */
export const keyVaultAccessPolicies: ArmOperation = operation(
  `PUT ${pathOf(type)}/accessPolicies/:kind`,
  `${type}/accessPolicies/write`,
  (request) => {
    const vault = requestedResource(request, type)
    const kind = parameter(request, 'kind').toLowerCase()
    if (!['add', 'replace', 'remove'].includes(kind))
      throw invalidParameter(`The value '${kind}' of parameter operationKind is invalid.`, 'operationKind')
    const sent = objectsAt(requestedProperties(request), 'accessPolicies')
    const accessPolicies = sent.reduce(
      (policies, policy) => changed(policies, policy, kind),
      objectsAt(vault.properties, 'accessPolicies'),
    )
    request.tenant.store.put({ ...vault, properties: { ...vault.properties, accessPolicies } })
    const body = {
      id: `${vault.id}/accessPolicies/`,
      type: `${type}/accessPolicies`,
      location: vault.location,
      properties: { accessPolicies },
    }
    return { status: 200, body }
  },
)

function changed(policies: JsonObject[], policy: JsonObject, kind: string): JsonObject[] {
  const objectId = textAt(policy, 'objectId')
  const before = policies.find((other) => other['objectId'] === objectId)
  const others = policies.filter((other) => other !== before)
  const permissions = permissionsAfter(before?.['permissions'], policy['permissions'], kind)
  return Object.values(permissions).some((held) => held.length > 0) ? [...others, { ...policy, permissions }] : others
}

function permissionsAfter(before: unknown, sent: unknown, kind: string): Record<string, string[]> {
  const areas =
    kind === 'replace' ? ['keys', 'secrets', 'certificates', 'storage'] : [...namesOf(before), ...namesOf(sent)]
  return Object.fromEntries(
    areas.map((area) => {
      const [held, named] = [listAt(before, area), listAt(sent, area)]
      if (kind === 'replace') return [area, named]
      if (kind === 'remove') return [area, held.filter((one) => !named.includes(one))]
      return [area, [...new Set([...held, ...named])]]
    }),
  )
}

function namesOf(permissions: unknown): string[] {
  return isJsonObject(permissions) ? Object.keys(permissions) : []
}

function listAt(permissions: unknown, area: string): string[] {
  const list = isJsonObject(permissions) ? permissions[area] : undefined
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string').map((one) => one.toLowerCase()) : []
}
