import type { JsonObject } from '../../json.ts'
import type { StoredResource } from '../../store/store.ts'
import { bodyReader, type BodyReader } from '../body-reader.ts'
import { getOperation, listBySubscriptionOperation, listOperation } from '../collections.ts'
import { ArmRefusal } from '../errors.ts'
import { putOperation } from '../put-operation.ts'
import type { ArmOperation } from '../request.ts'
import { removeOperation } from '../writing.ts'

const type = 'Microsoft.Insights/actionGroups'
const longestShortName = 12

// An action group is there at once, and has no provisioning state.
function present({ id, name, location, tags, properties }: StoredResource): JsonObject {
  return { id, type, name, location, ...(tags && { tags }), properties }
}

function badRequest(message: string): ArmRefusal {
  return new ArmRefusal(400, { code: 'BadRequest', message })
}

function assertValid(sent: BodyReader): void {
  const shortName = sent.text('groupShortName') ?? ''
  if (shortName === '' || shortName.length > longestShortName)
    throw badRequest(`The groupShortName must have 1 to ${longestShortName} characters.`)
  if (sent.boolean('enabled') === undefined) throw badRequest('The property enabled is required.')
  const names = new Set<string>()
  for (const receiver of sent.objects('emailReceivers') ?? []) {
    const [name, address] = [receiver.text('name') ?? '', receiver.text('emailAddress') ?? '']
    if (name === '' || names.has(name.toLowerCase())) throw badRequest('The names of receivers must be unique.')
    if (!/^[^@\s]+@[^@\s]+$/.test(address)) throw badRequest(`The email address '${address}' is not valid.`)
    names.add(name.toLowerCase())
  }
}

/** Who is told of alerts; nothing is sent: https://learn.microsoft.com/rest/api/monitor/action-groups */
export const actionGroups: ArmOperation[] = [
  getOperation({ type, present }),
  listOperation({ type, present }),
  listBySubscriptionOperation({ type, present }),
  putOperation(type, ({ request, stored, named, sent }) => {
    assertValid(bodyReader(sent, 'properties'))
    const resource: StoredResource = { ...named, properties: { ...sent, emailReceivers: sent['emailReceivers'] ?? [] } }
    request.tenant.store.put(resource)
    return { status: stored ? 200 : 201, body: present(resource) }
  }),
  removeOperation(type),
]
