import { compareVersionNames } from '@portal/gallery'
import type { Issue } from '@portal/image-version'
import { sameResourceId, type LatestVersions } from '@portal/portal-api'
import {
  isUsableIn,
  type LatestCandidate,
  latestIn,
  latestIssues,
  type LatestUpdate,
  latestUpdates,
  regionsOfVersions,
  withLatestUpdates,
} from '@portal/version-update'
import { useMemo, useState } from 'react'

/** What is chosen in the dialog, and what follows from it. */
export interface LatestChoiceState {
  /** undefined if there is none to go back to */
  version: LatestCandidate | undefined
  /** the versions to choose from, the highest number first */
  versions: LatestCandidate[]
  chooseVersion: (id: string) => void
  /** short names */
  regions: string[]
  /** the regions that the version has reached, with what latest gives there before and after */
  offered: { name: string; before: string | undefined; after: string | undefined }[]
  chooseRegion: (name: string, isChosen: boolean) => void
  /** numbers of the versions that are the latest now in these regions and have a lower number */
  predecessors: string[]
  excludesPredecessor: boolean
  excludePredecessor: (isExcluded: boolean) => void
  updates: LatestUpdate[]
  issues: Issue[]
}

interface Asked {
  kind: 'Promotion' | 'RollBack'
  region?: string | undefined
  imageVersionId?: string | undefined
}

/** The choice of a version, of regions, and of what becomes of the predecessor. */
export function useLatestChoice({ versions: all, regions: now }: LatestVersions, asked: Asked): LatestChoiceState {
  const { kind, region, imageVersionId } = asked
  const versions = useMemo(() => choosableVersions(all, asked), [all, asked])
  const previousId = now.find((each) => each.region === region)?.previousId
  const [chosenId, setChosenId] = useState(imageVersionId ?? previousId)
  const version = versions.find(({ id }) => chosenId !== undefined && sameResourceId(id, chosenId)) ?? versions[0]
  const there = useMemo(
    () => regionsOfVersions(all).filter((name) => version !== undefined && isUsableIn(version, name)),
    [all, version],
  )
  const [without, setWithout] = useState<readonly string[]>(() =>
    region === undefined ? [] : regionsOfVersions(all).filter((name) => name !== region),
  )
  const [excludesPredecessor, excludePredecessor] = useState(false)
  const regions = useMemo(() => there.filter((name) => !without.includes(name)), [there, without])
  const planned = useMemo(() => {
    const wanted = { id: version?.id ?? '', regions, excludesPredecessor: kind === 'Promotion' && excludesPredecessor }
    return { updates: latestUpdates(all, wanted), issues: latestIssues(all, wanted) }
  }, [all, version, regions, kind, excludesPredecessor])
  const after = withLatestUpdates(all, planned.updates)
  const before = regions.flatMap((name) => latestIn(all, name) ?? [])
  const lower = before.filter(({ name }) => version !== undefined && compareVersionNames(name, version.name) < 0)
  return {
    version,
    versions,
    chooseVersion: setChosenId,
    regions,
    offered: there.map((name) => ({ name, before: latestIn(all, name)?.name, after: latestIn(after, name)?.name })),
    chooseRegion: (name, isChosen) =>
      setWithout((names) => (isChosen ? names.filter((each) => each !== name) : [...names, name])),
    predecessors: [...new Set(lower.map(({ name }) => name))],
    excludesPredecessor,
    excludePredecessor,
    ...planned,
  }
}

// A roll back goes to a lower number than now, also to one that is excluded: it was, when its successor was promoted.
function choosableVersions(all: LatestCandidate[], { kind, region, imageVersionId }: Asked): LatestCandidate[] {
  if (kind === 'Promotion') return all.filter(({ id }) => sameResourceId(id, imageVersionId ?? ''))
  const current = region === undefined ? undefined : latestIn(all, region)
  return all.filter(
    (version) =>
      region !== undefined &&
      !version.isRevoked &&
      isUsableIn(version, region) &&
      (current === undefined || compareVersionNames(version.name, current.name) < 0),
  )
}
