import * as hcl from 'hcl2-parser'
import * as z from 'zod/mini'

/** What HashiCorp's own parser reads in a Terraform or Packer file; throws if it finds a fault. */
export function parsedHcl(code: string): unknown {
  // oxlint-disable-next-line typescript/no-unsafe-call, typescript/no-unsafe-member-access -- the package says nothing of its types
  const result: unknown = hcl.parseToObject(code)
  const [parsed, fault] = z.tuple([z.unknown(), z.unknown()]).parse(result)
  if (fault !== null) throw new Error(JSON.stringify(fault))
  return parsed
}
