import type { DeploymentStep } from '../../deployment-run.ts'
import type { StoredDeployment } from './runs.ts'

/** The next event of a deployment, and its time, in milliseconds of the clock. */
export interface Due {
  at: number
  kind: 'nested ends' | 'starts' | 'all ends'
  /** of the step; absent if the whole deployment ends */
  index?: number
}

/**
 * A running deployment, each of whose steps is evaluated once per change: each resource has a list of those that wait
 * for it. A resource can start once those it depends on have succeeded, at the time when the last of them ended.
 */
export class RunningDeployment {
  readonly #stored: StoredDeployment
  readonly #steps: DeploymentStep[]
  readonly #waitingFor: number[]
  readonly #mayStartAt: number[]
  readonly #dependents = new Map<string, number[]>()
  readonly #ready = new Set<number>()
  readonly #openNested = new Set<number>()
  readonly #endOfNested: (step: DeploymentStep) => DeploymentStep | undefined
  #due: Due | undefined | 'unknown' = 'unknown'
  hasChanged = false

  /** `endOfNested` returns the final state of the step for a nested deployment. */
  constructor(stored: StoredDeployment, endOfNested: (step: DeploymentStep) => DeploymentStep | undefined) {
    const { steps, startedAt } = stored.deployment
    this.#stored = stored
    this.#endOfNested = endOfNested
    this.#steps = [...steps]
    this.#waitingFor = steps.map(({ dependsOn }) => dependsOn.length)
    this.#mayStartAt = steps.map(() => startedAt)
    for (const [index, { dependsOn }] of steps.entries())
      for (const id of dependsOn) {
        const known = this.#dependents.get(id)
        if (known === undefined) this.#dependents.set(id, [index])
        else known.push(index)
      }
    for (const [index, step] of steps.entries()) if (step.dependsOn.length === 0) this.#mayStart(index)
    for (const index of steps.keys()) this.#noticed(index)
  }

  /** the deployment with the current state of its steps */
  get stored(): StoredDeployment {
    return { ...this.#stored, deployment: { ...this.#stored.deployment, steps: [...this.#steps] } }
  }

  step(index: number): DeploymentStep | undefined {
    return this.#steps[index]
  }

  /** Replaces a step with its new state. */
  replace(index: number, step: DeploymentStep): void {
    this.#steps[index] = step
    this.#ready.delete(index)
    this.#openNested.delete(index)
    this.hasChanged = true
    this.#noticed(index)
    this.forgetNext()
  }

  /** To be called when another deployment has ended, possibly one nested in this one. */
  forgetNext(): void {
    this.#due = 'unknown'
  }

  /** The next event; undefined while that depends on a nested deployment. */
  next(): Due | undefined {
    if (this.#due === 'unknown') this.#due = this.#found()
    return this.#due
  }

  /** The step of a nested deployment that has ended. */
  endedNested(index: number): DeploymentStep | undefined {
    const step = this.#steps[index]
    return step && this.#endOfNested(step)
  }

  #found(): Due | undefined {
    const { startedAt, canceledAt } = this.#stored.deployment
    const due: Due[] = [...this.#openNested].flatMap((index): Due[] => {
      const ended = this.endedNested(index)
      return ended ? [{ at: ended.endsAt ?? 0, kind: 'nested ends', index }] : []
    })
    if (canceledAt === undefined)
      for (const index of this.#ready) due.push({ at: this.#mayStartAt[index] ?? startedAt, kind: 'starts', index })
    if (due.length > 0) return due.reduce((first, other) => (isBefore(other, first) ? other : first))
    // Nothing to start and every end known: the last end is the deployment's.
    const started = this.#steps.filter((step) => step.startedAt !== undefined)
    if (started.some(({ endsAt }) => endsAt === undefined)) return undefined
    const at = started.reduce((last, { endsAt = 0 }) => Math.max(last, endsAt), Math.max(startedAt, canceledAt ?? 0))
    return { at, kind: 'all ends' }
  }

  #noticed(index: number): void {
    const step = this.#steps[index]
    if (step?.startedAt === undefined) return
    this.#ready.delete(index)
    if (step.endsAt === undefined) this.#openNested.add(index)
    else if (step.failure === undefined) this.#succeeded(step.id, step.endsAt)
  }

  #succeeded(id: string, endsAt: number): void {
    for (const index of this.#dependents.get(id) ?? []) {
      this.#waitingFor[index] = (this.#waitingFor[index] ?? 0) - 1
      this.#mayStartAt[index] = Math.max(this.#mayStartAt[index] ?? 0, endsAt)
      if (this.#waitingFor[index] === 0) this.#mayStart(index)
    }
    this.#dependents.delete(id)
  }

  #mayStart(index: number): void {
    if (this.#steps[index]?.startedAt === undefined) this.#ready.add(index)
  }
}

function isBefore(one: Due, other: Due): boolean {
  return one.at < other.at || (one.at === other.at && (one.index ?? 0) < (other.index ?? 0))
}
