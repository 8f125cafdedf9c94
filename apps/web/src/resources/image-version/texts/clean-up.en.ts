import type { CleanUpState } from '@portal/portal-api'
import type { KeepReason, RetentionAction } from '@portal/version-update'

/** What a rule says, its values as texts; the conditions are joined by the language's list. */
export interface RuleFacts {
  keepNewest: string | undefined
  keepDays: string | undefined
  /** as a list in a sentence; '' for none */
  conditions: string
  keepTag: string
  /** joins as the language does */
  list: (parts: readonly string[]) => string
}

const reasons: Record<KeepReason['code'], (about: string) => string> = {
  NotMeant: () => 'The rule doesn’t apply to it',
  Newest: () => 'Among the newest',
  Young: (date) => (date === '' ? 'Its age isn’t known' : `Published ${date}`),
  Tagged: () => 'Has the tag that keeps versions',
  Unseen: (where) => `You can’t see everything that might use it: ${where}`,
  Latest: (regions) => `Latest in ${regions}`,
  Used: (names) => `Used by ${names}`,
  SourceOfOthers: (names) => `Source of ${names}`,
  InCampaign: () => 'It’s being created again with your own keys',
  Locked: (scopes) => `Locked at ${scopes}`,
  UnderWay: (state) => `Azure is working on it: ${state}`,
  BeforeEndOfLife: (date) => `Azure blocks its deletion until its end of life, ${date}`,
  FailedUnderSoftDelete: () => 'Azure doesn’t delete a failed version while soft delete is on',
  Revoked: () => 'It’s revoked',
  NothingToChange: () => 'Nothing to change',
}

const actions: Record<RetentionAction, string> = {
  exclude: 'Exclude from latest',
  include: 'Include in latest',
  revoke: 'Revoke, with the latest version as the replacement',
  delete: 'Delete',
}

const going: Record<RetentionAction, (count: string) => string> = {
  exclude: (count) => `Exclude from latest: ${count}`,
  include: (count) => `Include in latest: ${count}`,
  revoke: (count) => `Revoke: ${count}`,
  delete: (count) => `Delete: ${count}`,
}

const states: Record<CleanUpState | 'Kept' | 'Refused' | 'Working', string> = {
  Open: 'Not yet',
  Working: 'Checking',
  UnderWay: 'Azure is working',
  Done: 'Done',
  Kept: 'Stays',
  Refused: 'Refused',
}

/** The English texts of cleaning up versions. */
export const cleanUpEn = {
  title: 'Clean up versions',
  subtitle: 'Keep what is needed, and let the rest go',
  action: 'Clean up versions',
  reasons,
  actions,
  states,
  rule: {
    title: 'Rule',
    description: 'Versions that are in use, the latest, locked, or that you can’t see fully are never deleted.',
    name: 'Name',
    defaultName: 'Old versions',
    keepNewest: 'Keep the newest versions of each definition',
    keepDays: 'Keep versions younger than (days)',
    keepHint: 'Enter at least one of the two.',
    only: 'Only versions that meet all of these',
    definition: 'Name of the definition',
    version: 'Version number',
    patternHint: '* is any text.',
    tag: 'Tag (name=value)',
    isPastEndOfLife: 'Past their end of life',
    isRevoked: 'Revoked',
    isExcluded: 'Excluded from latest',
    isUnderPlatformKeys: 'With platform-managed keys only',
    keepTag: 'Tag that keeps a version',
    what: 'What happens to the others',
    reason: 'Reason of the revocation',
    preview: 'Preview',
    open: 'Open rule',
    save: 'Save rule',
    invalid: 'Check the numbers: 1 to 10,000 versions, 1 to 3,650 days, and at least one of the two.',
    faults: {
      Foreign: () => 'This file isn’t a retention rule.',
      VersionUnknown: () => 'This file is from a newer portal.',
      Invalid: (field: string) => `This value of the file isn’t valid: ${field}.`,
    },
    conditions: {
      versions: (count: string) => `they’re among the ${count} selected`,
      definition: (pattern: string) => `their definition is ${pattern}`,
      version: (pattern: string) => `their number is ${pattern}`,
      tag: (tag: string) => `they have the tag ${tag}`,
      isPastEndOfLife: 'they’re past their end of life',
      isRevoked: 'they’re revoked',
      isExcluded: 'they’re excluded from latest',
      isUnderPlatformKeys: 'they have platform-managed keys only',
    },
    sentence({ keepNewest, keepDays, conditions, keepTag, list }: RuleFacts): string {
      const kept = [
        keepNewest === undefined ? [] : [`the newest${keepNewest === '1' ? '' : ` ${keepNewest}`} of each definition`],
        keepDays === undefined ? [] : [`those younger than ${keepDays} days`],
        [`those with the tag ${keepTag}`],
      ].flat()
      const only = conditions === '' ? '' : ` Of the others, only those go where ${conditions}.`
      return `Keep ${list(kept)}.${only}`
    },
  },
  preview: {
    title: 'Preview',
    asOf: (time: string) => `As of ${time}. Nothing is changed yet.`,
    goes: (count: string) => `Go: ${count}`,
    stays: (count: string) => `Stay: ${count}`,
    show: 'Show',
    all: 'All versions',
    frees: (replicas: string, size: string, region: string) => `${region}: ${replicas} replicas, ${size}`,
    freed: 'Freed',
    nothing: 'This rule lets no version go.',
    noBin: 'This gallery has no recycle bin: deleted versions can’t be restored.',
    toGallery: 'Turn on soft delete',
    inBin: (until: string) => `Deleted versions can be restored for ${until} days.`,
    unseen: (where: string) => `You can’t see everything that might use these versions (${where}), so none is deleted.`,
    stale: 'The rule has changed since.',
    csv: 'Download CSV',
    version: 'Version',
    published: 'Published',
    size: 'Size',
    decision: 'Decision',
    why: 'Reason or request',
    regions: 'Regions',
    go: 'Goes',
    stay: 'Stays',
    more: 'Show more',
    rest: (count: string) => `${count} more`,
    start: going,
    most: 'A clean-up has at most 1,000 versions: the first 1,000 go now.',
  },
  dialog: {
    title: (count: string) => `Delete ${count} versions?`,
    body: 'Each version is checked again just before its deletion. What is in use by then stays.',
    type: (count: string) => `Enter ${count} to confirm`,
    mismatch: (count: string) => `Enter the number ${count}.`,
    delete: 'Delete versions',
    cancel: 'Cancel',
  },
  run: {
    title: 'Clean-up',
    started: (date: string) => `Started ${date}`,
    versions: 'Versions of the clean-up',
    description: 'Each version is checked again just before its request. Anyone with access can go on from here.',
    done: (done: string, all: string) => `Requested: ${done} of ${all}`,
    kept: (count: string) => `stay: ${count}`,
    refused: (count: string) => `refused: ${count}`,
    continue: 'Continue',
    pause: 'Pause',
    leave: 'You can close this tab; the rest waits here.',
    state: 'State',
    report: 'Download report',
    secondPerson: 'Someone else has to delete these versions: not the person who planned it.',
  },
  earlier: { title: 'Earlier clean-ups', open: (count: string, date: string) => `${count} versions, ${date}` },
}
export type CleanUpTexts = typeof cleanUpEn
