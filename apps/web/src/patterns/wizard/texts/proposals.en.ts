/** Texts of what a form proposes to fill in, in English: the source of the type that every language has to fill. */
export const proposalsEn = {
  apply: 'Apply',
  refuse: 'Dismiss',
  numbers: 'Next version numbers',
  parts: { patch: 'patch', minor: 'minor', major: 'major' },
  nextNumber: (name: string, part: string) => `Use ${name}, the next ${part} version`,
  regions: (version: string) => `Regions as in ${version}`,
  regionReplicas: (region: string, replicas: number) =>
    replicas === 1 ? `${region} (1 replica)` : `${region} (${replicas} replicas)`,
  like: (version: string) => `As in ${version}`,
  only: 'Only matching set',
  leftOwnKeys: (version: string) => `${version} uses your own keys. This version wouldn’t.`,
  setsOf: (version: string) => `Use the sets of ${version}`,
}

export type ProposalTexts = typeof proposalsEn
