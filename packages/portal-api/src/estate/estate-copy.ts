import * as z from 'zod/mini'
import { ask } from '../endpoint.ts'

/** What a copy of the estate consists of, in the order in which it is read. */
export const copyPart = z.enum([
  'resourceGroups',
  'resources',
  'instances',
  'roleAssignments',
  'policyAssignments',
  'keys',
  'states',
  'locks',
  'permissions',
])
export type CopyPart = z.infer<typeof copyPart>

/**
 * Some of a copy, with the user's permissions: the rows of a part after `skip` others. The browser asks for one after
 * the other, so that nobody holds all of it, and can go on where it stopped. One Resource Graph query; for keys,
 * states, locks and permissions calls to ARM, too.
 */
export const readEstateCopy = ask(
  '/api/estate/copy',
  z.strictObject({
    subscriptionIds: z.array(z.string()).check(z.minLength(1), z.maxLength(200)),
    /** of the galleries there: only these, with all that is in them; none: all */
    galleryIds: z.optional(z.array(z.string()).check(z.minLength(1), z.maxLength(100))),
    part: copyPart,
    skip: z.number().check(z.int(), z.minimum(0)),
  }),
  z.strictObject({
    /** Azure's time, ISO 8601 */
    now: z.string(),
    /** of the file, each JSON: `packages/arm/src/estate-copy.ts` */
    lines: z.array(z.string()),
    /** how many rows of the part these lines are about, and how many there are */
    rows: z.number(),
    total: z.number(),
  }),
)
export type EstateCopyPage = z.infer<typeof readEstateCopy.response>
export type EstateCopyRequest = z.infer<typeof readEstateCopy.request>
