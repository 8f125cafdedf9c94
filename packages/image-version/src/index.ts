export * from './plan.ts'
export * from './inventory.ts'
export * from './issue.ts'
export * from './check.ts'
