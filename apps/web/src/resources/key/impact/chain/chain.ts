import { type ImpactKind, type KeyImpactFacts, keyOfUrl, keyUrlParts } from '@portal/disk-encryption'
import { resourceLabel } from '../../../../patterns/resource/resource-label.ts'

/** The columns from the key to what runs with it. */
export const chainColumns = ['key', 'set', 'version', 'disk', 'machine'] as const
export type ChainColumn = (typeof chainColumns)[number]

/** One thing in a column. */
export interface ChainNode {
  /** its ID, or the key's URL, in lower case */
  id: string
  column: ChainColumn
  kind: ImpactKind | 'key'
  /** as Azure spells it */
  resourceId: string
  label: string
  /** short names */
  regions: string[]
  /** of a machine its power state, of a disk whether it is attached, of a key its vault; '' for others */
  state: string
  /** ids of what it depends on directly */
  parents: string[]
}

/** The nodes by column, and the links between them both ways. */
export interface Chain {
  columns: Record<ChainColumn, ChainNode[]>
  byId: ReadonlyMap<string, ChainNode>
  children: ReadonlyMap<string, string[]>
}

/**
 * The chain of facts. A disk hangs on the version it was created from if that has the same set, else on its set. Each
 * column follows the order of the one before, so that few curves cross.
 */
export function chainOf(facts: KeyImpactFacts): Chain {
  const found = [keyNodes, setNodes, versionNodes, diskNodes, machineNodes].map((nodesOf) => nodesOf(facts))
  const known = new Set(found.flat().map(({ id }) => id))
  const places = new Map<string, number>()
  const ordered = found.map((nodes) => {
    const linked = nodes.map((node) => ({ ...node, parents: node.parents.filter((id) => known.has(id)) }))
    const firstPlace = ({ parents }: ChainNode) =>
      Math.min(...parents.map((id) => places.get(id) ?? Infinity), Infinity)
    const sorted = linked
      .map((node) => ({ node, place: firstPlace(node) }))
      .sort((one, other) => one.place - other.place || one.node.label.localeCompare(other.node.label, 'en', natural))
      .map(({ node }) => node)
    sorted.forEach(({ id }, place) => places.set(id, place))
    return sorted
  })
  const [key = [], set = [], version = [], disk = [], machine = []] = ordered
  const byId = new Map(ordered.flat().map((node) => [node.id, node]))
  const children = new Map<string, string[]>()
  for (const { id, parents } of byId.values())
    for (const parent of parents) {
      const siblings = children.get(parent)
      if (siblings === undefined) children.set(parent, [id])
      else siblings.push(id)
    }
  return { columns: { key, set, version, disk, machine }, byId, children }
}

const natural = { numeric: true }

/** Everything that a node depends on, the node, and everything that depends on it. */
export function lineageOf({ byId, children }: Chain, id: string): ReadonlySet<string> {
  const walk = (next: (at: string) => readonly string[]) => {
    const reached = new Set<string>()
    const open = [id]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (reached.has(at)) continue
      reached.add(at)
      open.push(...next(at))
    }
    return reached
  }
  return new Set([...walk((at) => byId.get(at)?.parents ?? []), ...walk((at) => children.get(at) ?? [])])
}

const lower = (ids: readonly string[]) => ids.map((id) => id.toLowerCase())

function keyNodes({ sets }: KeyImpactFacts): ChainNode[] {
  const keys = new Set(sets.flatMap(keysOfSet))
  return [...keys].map((key) => {
    const { vaultLabel = '', keyName = key } = keyUrlParts(key) ?? {}
    const names = { resourceId: key, label: keyName, state: vaultLabel }
    return { ...names, id: key, column: 'key', kind: 'key', regions: [], parents: [] }
  })
}

function keysOfSet({ keyUrl, previousKeyUrls }: KeyImpactFacts['sets'][number]): string[] {
  return [...new Set([keyUrl, ...previousKeyUrls].map(keyOfUrl))]
}

function setNodes({ sets }: KeyImpactFacts): ChainNode[] {
  return sets.map((set) => ({
    ...named(set.id),
    column: 'set',
    kind: 'set',
    regions: [set.location],
    state: '',
    parents: keysOfSet(set),
  }))
}

function versionNodes({ versions }: KeyImpactFacts): ChainNode[] {
  return versions.map(({ id, regions }) => ({
    ...named(id),
    column: 'version',
    kind: 'version',
    regions: regions.map(({ name }) => name),
    state: '',
    parents: [...new Set(lower(regions.flatMap(({ setIds }) => setIds)))],
  }))
}

function diskNodes({ disks, versions }: KeyImpactFacts): ChainNode[] {
  const setsOfVersion = new Map(
    versions.map(({ id, regions }) => [id.toLowerCase(), new Set(lower(regions.flatMap(({ setIds }) => setIds)))]),
  )
  return disks.map(({ id, kind, location, setIds, machineId, versionId = '' }) => {
    const sets = lower(setIds)
    const isFromVersion = sets.some((set) => setsOfVersion.get(versionId.toLowerCase())?.has(set))
    return {
      ...named(id),
      column: 'disk',
      kind,
      regions: [location],
      state: machineId === undefined ? 'unattached' : 'attached',
      parents: isFromVersion ? [versionId.toLowerCase()] : sets,
    }
  })
}

function machineNodes({ machines, scaleSets, disks }: KeyImpactFacts): ChainNode[] {
  const disksOf = Map.groupBy(disks, ({ machineId = '' }) => ownerOf(machineId))
  const idsOfDisks = (id: string) => (disksOf.get(id.toLowerCase()) ?? []).map((disk) => disk.id.toLowerCase())
  return [
    ...machines.map(({ id, location, powerState }): ChainNode => ({
      ...named(id),
      column: 'machine',
      kind: 'machine',
      regions: [location],
      state: powerState,
      parents: idsOfDisks(id),
    })),
    ...scaleSets.map(({ id, location, mode, setIds }): ChainNode => {
      const owned = idsOfDisks(id)
      return {
        ...named(id),
        column: 'machine',
        kind: 'scaleSet',
        regions: [location],
        state: mode,
        parents: owned.length > 0 ? owned : lower(setIds),
      }
    }),
  ]
}

/** The machine in the column of machines that a disk belongs to, in lower case: of an instance, its scale set. */
export function ownerOf(machineId: string): string {
  return machineId.toLowerCase().replace(/(\/virtualmachinescalesets\/[^/]+)\/virtualmachines\/.*$/, '$1')
}

function named(resourceId: string): Pick<ChainNode, 'id' | 'resourceId' | 'label'> {
  return { id: resourceId.toLowerCase(), resourceId, label: resourceLabel(resourceId) }
}
