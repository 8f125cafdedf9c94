import * as z from 'zod/mini'

/** What a deployment would do to each resource that it names, by ARM's what-if. */
export const resourceChanges = z.array(
  z.strictObject({
    resourceId: z.string(),
    changeType: z.enum(['Create', 'Modify', 'NoChange', 'Deploy', 'Unsupported']),
  }),
)
export type ResourceChange = z.infer<typeof resourceChanges>[number]
