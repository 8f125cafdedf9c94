import type { PositioningShorthandValue } from '@fluentui/react-components'
import type { Scenario } from '@portal/portal-api'
import { createImageVersionPath, imageDefinitionPath, imageVersionPath, paths } from '../../paths.ts'
import type { Sign } from '../steps/sign.ts'
import type { TourStepId } from '../texts/tour-texts.ts'

/** One thing to do, and the card that says it. */
export interface TourStep {
  id: TourStepId
  /** the page of its subject, with its tab */
  place: string
  /** the codes of what it is about: the first that is shown; its text may have an `otherwise` for the others */
  subjects: string[]
  /** where the card stands, the first that has room: beside the subject, and not above what it leads to */
  sides: [PositioningShorthandValue, ...PositioningShorthandValue[]]
  /** what is on the screen once it is done; without it, the card has a button to go on */
  done?: Sign
}

/** The steps of the tour, of its definition and of the version that it creates. */
export function tourSteps({ resourceIds: [definition = ''], draft }: Scenario): [TourStep, ...TourStep[]] {
  const version = `${definition}/versions/${draft?.version ?? ''}`
  const wizard = { page: paths.createImageVersion, of: definition }
  const wizardPath = createImageVersionPath(definition)
  const tabPath = (tab: string) => `${wizardPath}&tab=${tab}`
  const onVersion = { page: paths.imageVersion, of: version }
  const versionPath = imageVersionPath(version)
  return [
    {
      id: 'home',
      place: paths.home,
      subjects: [`definition-${definition.split('/').at(-1) ?? ''}`],
      sides: ['after', 'below-start'],
      done: { page: paths.imageDefinition, of: definition },
    },
    {
      id: 'definition',
      place: imageDefinitionPath(definition),
      subjects: ['create-version'],
      sides: ['below-start', 'below-end'],
      done: wizard,
    },
    {
      id: 'source',
      place: tabPath('basics'),
      subjects: ['managed-image'],
      sides: ['after', 'above-end'],
      done: { ...wizard, shows: ['source-myImage'] },
    },
    {
      id: 'encryption',
      place: wizardPath,
      subjects: ['tab-encryption'],
      sides: ['below-start', 'below'],
      done: { ...wizard, tab: 'encryption' },
    },
    {
      id: 'fill',
      place: tabPath('encryption'),
      subjects: ['proposal', 'matrix'],
      sides: ['above-end', 'above', 'below-end'],
      done: { ...wizard, tab: 'encryption', shows: ['sets-complete'] },
    },
    {
      id: 'repair',
      place: tabPath('encryption'),
      subjects: ['repair-enablePurgeProtection', 'matrix'],
      sides: ['after', 'above-end', 'above'],
      done: {
        ...wizard,
        tab: 'encryption',
        shows: ['sets-complete', 'readiness-ready|readiness-warning'],
        gone: ['KeyVaultWithoutPurgeProtection', 'problems-encryption'],
      },
    },
    {
      id: 'review',
      place: tabPath('encryption'),
      subjects: ['review-and-create'],
      sides: ['above-start', 'above'],
      done: { ...wizard, tab: 'review', shows: ['validation-passed'] },
    },
    {
      id: 'create',
      place: tabPath('review'),
      subjects: ['send'],
      sides: ['above-start', 'above'],
      done: { ...onVersion, shows: ['region-Unknown|region-Replicating|region-Completed'] },
    },
    {
      id: 'replication',
      place: versionPath,
      subjects: ['region-map', 'version-Creating', 'version-Updating'],
      sides: ['after', 'above-end', 'below'],
      done: { ...onVersion, shows: ['version-Succeeded'] },
    },
    { id: 'proof', place: versionPath, subjects: ['applied-encryption'], sides: ['before', 'above-end', 'above'] },
    {
      id: 'nextVersion',
      place: versionPath,
      subjects: ['next-version'],
      sides: ['below-end', 'below'],
      done: wizard,
    },
    {
      id: 'showCode',
      place: wizardPath,
      subjects: ['code-toggle'],
      sides: ['below-end', 'below'],
      done: { ...wizard, shows: ['code'] },
    },
    { id: 'code', place: wizardPath, subjects: ['code-languages', 'code-toggle'], sides: ['before', 'below-end'] },
  ]
}

/** Whether the address is that of a place: the same page, resource and tab. */
export function isAt(place: string, path: string, search: string): boolean {
  const [page, query] = place.split('?')
  const now = new URLSearchParams(search)
  return (
    page === path &&
    [...new URLSearchParams(query)].every(
      // A wizard without a tab in its address shows the first.
      ([name, value]) => (now.get(name) ?? (name === 'tab' ? 'basics' : '')).toLowerCase() === value.toLowerCase(),
    )
  )
}
