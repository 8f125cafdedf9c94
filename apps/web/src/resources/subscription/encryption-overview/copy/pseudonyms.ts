/** Names and IDs of a copy, replaced by others that stay the same in all of its file. */
export interface Pseudonyms {
  /** a line of the file without its names and IDs */
  line(json: string): string
  /** the names by their pseudonyms, as JSON */
  map(): string
}

// What pseudonyms are called, by the type that an ID names; any other is called after its type.
const called: Record<string, string> = {
  resourcegroups: 'group',
  galleries: 'gallery',
  images: 'image',
  diskencryptionsets: 'set',
  disks: 'disk',
  snapshots: 'snapshot',
  virtualmachines: 'machine',
  virtualmachinescalesets: 'scaleset',
  vaults: 'vault',
  keys: 'key',
  userassignedidentities: 'identity',
  virtualnetworks: 'network',
  networkinterfaces: 'nic',
  networksecuritygroups: 'nsg',
  publicipaddresses: 'ip',
  storageaccounts: 'storage',
  subnets: 'subnet',
  systemtopics: 'topic',
  actiongroups: 'actiongroup',
  locks: 'lock',
  policyassignments: 'policy',
}

const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi
const keyUrl = /^https:\/\/([^./]+)(\.[^/:]+(?::443)?)(?:\/keys\/([^/]+)(\/[^/]+)?)?(\/?)$/i
// Azure's own, the same for everybody.
const ofAzure = new Set(['locations', 'roledefinitions', 'policydefinitions'])
// A version's number says nothing of its owner, and its order matters.
const asTheyAre = new Set(['versions', 'softdeletedartifacttypes'])
// Texts that people write, whatever is in them.
const written = new Set(
  (
    'description displayname notes eula privacystatementuri releasenoteuri publisher offer product computername ' +
    'computernameprefix createdby lastmodifiedby userprincipalname fqdn domainnamelabel uniquename defaultdomain ' +
    'groupshortname emailaddress phonenumber endpoint serviceuri publicnameprefix publicnames publishercontact ' +
    'publisheruri condition'
  ).split(' '),
)
// Where `name` is a word of Azure: a region, a size, a feature.
const azureNames = new Set('targetregions additionalreplicasets features sku extendedlocation summary tier'.split(' '))

/** Begins with none. */
export function startPseudonyms(): Pseudonyms {
  const names = new Map<string, string>()
  const counts = new Map<string, number>()
  const originals = new Map<string, string>()

  const another = (kind: string, original: string, shape = (count: number) => `${kind}${count}`) => {
    const key = `${kind} ${kind === 'text' || kind === 'tag' ? original : original.toLowerCase()}`
    const known = names.get(key)
    if (known !== undefined) return known
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    const pseudonym = shape(count)
    names.set(key, pseudonym)
    originals.set(pseudonym, original)
    return pseudonym
  }
  const named = (type: string, name: string) => {
    const kind = type.toLowerCase()
    if (ofAzure.has(kind) || asTheyAre.has(kind) || /^\d+$/.test(name)) return withoutGuids(name)
    const isGuid = name.replaceAll(guid, '') === ''
    if (isGuid) return withoutGuids(name)
    return another(called[kind] ?? 'name', name)
  }
  const withoutGuids = (text: string) =>
    text.replaceAll(guid, (found) => another('id', found, (count) => `00000000-0000-4000-8000-${hex(count, 12)}`))
  const resourceId = (id: string) => {
    const parts = id.split('/')
    const isOfAzure = /\/(?:roleDefinitions|policyDefinitions)\/[^/]+$/i.test(id)
    let isType = true
    return parts
      .map((part, index) => {
        if (index === 0 || part === '') return part
        const before = parts[index - 1]?.toLowerCase() ?? ''
        if (before === 'providers') {
          isType = true
          return part
        }
        if (isType) {
          isType = false
          return part
        }
        isType = true
        if (isOfAzure && index === parts.length - 1) return part
        return named(before, part)
      })
      .join('/')
  }
  const text = (value: string, key: string, parent: string): string => {
    if (value === '') return value
    if (/^\/(subscriptions|providers)\//i.test(value)) return resourceId(value)
    const url = keyUrl.exec(value)
    if (url !== null && /vault|managedhsm/i.test(url[2] ?? '')) {
      const [, vault = '', host = '', keyName, version = '', slash = ''] = url
      const ofKey = keyName === undefined ? '' : `/keys/${named('keys', keyName)}${version}`
      return `https://${named('vaults', vault)}${host}${ofKey}${slash}`
    }
    if (/^https?:/i.test(value)) return another('url', value, (count) => `https://name.invalid/${count}`)
    if (/^[^@\s]+@[^@\s]+$/.test(value)) return another('person', value, (count) => `person${count}@name.invalid`)
    if (written.has(key)) return another('text', value)
    if (key === 'name' && !azureNames.has(parent)) return named('', value)
    if (parent === 'tags') return /^(true|false|[\d.:TZ+-]+)$/.test(value) ? value : another('tag', value)
    if (key === 'ipaddress') return '192.0.2.1'
    if (key === 'value' && parent !== 'features' && !/^(Audit|Deny|Disabled)$/.test(value))
      return another('text', value)
    if (key === 'sku' && parent === 'identifier') return another('text', value)
    return withoutGuids(value)
  }
  const value = (of: unknown, key: string, parent: string): unknown => {
    if (typeof of === 'string') return text(of, key, parent)
    if (Array.isArray(of)) return of.map((item) => value(item, typeof item === 'string' ? key : '', key || parent))
    if (typeof of !== 'object' || of === null) return of
    const id = 'id' in of && typeof of.id === 'string' && of.id.startsWith('/') ? resourceId(of.id) : undefined
    return Object.fromEntries(
      Object.entries(of).map(([name, part]) => {
        const inside = name.startsWith('/') ? resourceId(name) : name
        // The name of what has an ID is the end of it; a uniform instance is `web_0`.
        if (name === 'name' && id !== undefined && typeof part === 'string') return [inside, nameIn(id, part)]
        return [inside, value(part, name.toLowerCase(), key || parent)]
      }),
    )
  }
  return {
    line: (json) => JSON.stringify(value(JSON.parse(json), '', '')),
    map: () => JSON.stringify(Object.fromEntries(originals), undefined, 2),
  }
}

// As `startPseudonyms` shapes them, and nothing that only begins like one.
const pseudonym =
  /https:\/\/name\.invalid\/\d+|person\d+@name\.invalid|0{8}-0000-4000-8000-[\da-f]{12}|(?<![\w-])[a-z]+\d+(?![a-z\d-])/gi

/**
 * What turns the pseudonyms in a text of JSON back into the names of a map that `startPseudonyms` wrote; whatever the
 * map doesn't have stays. Throws a SyntaxError if the text is no such map.
 */
export function readNames(map: string): (json: string) => string {
  const names: unknown = JSON.parse(map)
  const entries = typeof names === 'object' && names !== null && !Array.isArray(names) ? Object.entries(names) : []
  const read = new Map<string, string>()
  for (const [key, name] of entries) {
    if (typeof name !== 'string' || key === '' || key.replace(pseudonym, '') !== '')
      throw new SyntaxError(`no pseudonym: ${key}`)
    read.set(key.toLowerCase(), JSON.stringify(name).slice(1, -1))
  }
  if (read.size === 0) throw new SyntaxError('no names')
  return (json) => json.replaceAll(pseudonym, (found) => read.get(found.toLowerCase()) ?? found)
}

function nameIn(id: string, name: string): string {
  const parts = id.split('/')
  const last = parts.at(-1) ?? ''
  return /_\d+$/.test(name) && /^\d+$/.test(last) ? `${parts.at(-3)}_${last}` : last
}

function hex(count: number, length: number): string {
  return count.toString(16).padStart(length, '0')
}

/** Whether a text has IDs that stand for others. */
export function hasPseudonyms(text: string): boolean {
  return /\b0{8}-0000-4000-8000-[\da-f]{12}\b/i.test(text)
}
