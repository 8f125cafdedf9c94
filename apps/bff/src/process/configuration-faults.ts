/** Everything that is wrong with the variables, a sentence each. */
export class ConfigurationFaults extends Error {
  readonly faults: string[]
  constructor(faults: string[]) {
    super(["The portal can't start:", ...faults.map((fault) => `- ${fault}`)].join('\n'))
    this.name = 'ConfigurationFaults'
    this.faults = faults
  }
}
