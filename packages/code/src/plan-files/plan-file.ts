import { imageVersionPlan, type ImageVersionPlan } from '@portal/image-version'
import * as z from 'zod/mini'
import { errorNote, type ImportNote } from '../importers/import-note.ts'
import { parsedJson } from '../importers/json-value.ts'

/** Where a portal serves the schema, below its own address; the last part identifies a plan file. */
export const planFileSchemaPath = '/schemas/image-version-plan.v1.json'

/** The name of the file that a browser saves, independent of the plan: its texts can come from anyone. */
export const planFileName = 'image-version-plan.json'

/** A plan as a file: the wizard's content, and the version of this format. Names of resources, never a secret. */
export const planFile = z.strictObject({
  $schema: z.string(),
  version: z.literal(1),
  plan: imageVersionPlan,
})
const anyVersion = z.object({ version: z.int() })

/** The text of a plan's file; `origin` is that of the portal, which serves the schema. */
export function planFileText(plan: ImageVersionPlan, origin: string): string {
  return `${JSON.stringify({ $schema: `${origin}${planFileSchemaPath}`, version: 1, plan }, null, 2)}\n`
}

/** The plan in a file's text; null with the reason if this portal can't read it. */
export function planFromFile(text: string): { plan: ImageVersionPlan | null; notes: ImportNote[] } {
  const json = parsedJson(text)
  const parsed = planFile.safeParse(json)
  if (parsed.success) return { plan: parsed.data.plan, notes: [] }
  const version = anyVersion.safeParse(json)
  if (!version.success) return { plan: null, notes: [errorNote('PlanFileForeign', {})] }
  if (version.data.version !== 1)
    return { plan: null, notes: [errorNote('PlanFileVersionUnknown', { version: version.data.version, known: 1 })] }
  const fields = new Set(parsed.error.issues.map(({ path }) => path.slice(1).map(String).join('.')))
  return { plan: null, notes: [...fields].map((field) => errorNote('PlanFileInvalid', { field })) }
}

/**
 * The JSON Schema of a plan's file, for editors that check and complete one. Properties of later portals are optional.
 */
export function planFileJsonSchema(): unknown {
  return z.toJSONSchema(planFile, { target: 'draft-2020-12', io: 'input' })
}
