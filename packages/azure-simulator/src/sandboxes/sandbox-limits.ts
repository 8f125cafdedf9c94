/** How much of the machine the sandboxes of a demo can use. Times are real ones, in milliseconds. */
export interface SandboxLimits {
  /** how many live at once */
  sandboxes: number
  /** its own resources; the initial world is shared and costs nothing */
  resources: number
  /** memory for them, by estimate */
  bytes: number
  /** memory for those of all sandboxes */
  totalBytes: number
  /** after this time without a request, it can be removed */
  idle: number
  /** how long it lives, used or not */
  life: number
  /** of Azure's clock: an operation in progress that started less than this ago keeps the sandbox alive */
  busy: number
  /** new ones for one address */
  perAddress: { sandboxes: number; within: number }
}

const minute = 60_000
const megabyte = 1024 ** 2

export const defaultSandboxLimits: SandboxLimits = {
  sandboxes: 200,
  resources: 2000,
  bytes: 4 * megabyte,
  totalBytes: 512 * megabyte,
  idle: 30 * minute,
  life: 240 * minute,
  busy: 10 * minute,
  perAddress: { sandboxes: 5, within: 10 * minute },
}

/** The memory per character of a resource's JSON: measured, a set of 700 characters uses 2 KB. */
export const bytesPerCharacter = 3
