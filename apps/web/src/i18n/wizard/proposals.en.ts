const cellsOf = (cells: number) => (cells === 1 ? '1 cell' : `${cells} cells`)

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
  sets: (cells: number, version: string) => `Fill ${cellsOf(cells)} like ${version}`,
  withType: (type: string) => `Also chooses “${type}”.`,
  onlySets: (cells: number) => `Use the only matching set in ${cellsOf(cells)}`,
}

export type ProposalTexts = typeof proposalsEn
