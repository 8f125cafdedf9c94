export * from './resource-id.ts'
export * from './region-name.ts'
export * from './error.ts'
export * from './deployment-template.ts'
