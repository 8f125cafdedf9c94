// Writes what openapi.test.ts holds the simulator against, made of Azure's own OpenAPI files:
//   node packages/azure-simulator/src/testing/openapi/write-facts.ts FOLDER && npm run format
// FOLDER holds files of github.com/Azure/azure-rest-api-specs, each named FAMILY-VERSION-FILE.json
// (galleryrp-2023-07-03-gallery.json) or FAMILY-VERSION.json, and compute-common-types-v1.json for what Compute shares.
// Of them only facts are kept: paths, statuses, names and types of properties, which are required and which read-only;
// and only of operations that the sweep asks for, each of the newest version that has it.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isJsonObject, type JsonObject } from '../../json.ts'
import { startedAzure } from '../azure.ts'
import { extractFacts } from './extract-facts.ts'
import { factsFolder, patternOf } from './facts.ts'
import { sweep } from './sweep.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('Usage: write-facts.ts FOLDER, the one with the OpenAPI files')

const shared = 'compute-common-types-v1.json'
const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== shared)
const apiOf = (name: string) => /^[a-z]+-\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? name
const read = (name: string): [string, JsonObject] => {
  const document: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  return [name, isJsonObject(document) ? document : {}]
}

await using azure = await startedAzure()
const open = new Set((await sweep(azure)).map(({ method, path }) => `${method} ${path.split('?')[0]}`))

rmSync(factsFolder, { recursive: true, force: true })
mkdirSync(factsFolder)
// The newest first, so that it is the one that an operation is found in.
for (const api of [...new Set(names.map(apiOf))].toSorted().toReversed()) {
  const files = new Map([...names.filter((name) => apiOf(name) === api), shared].map(read))
  const found = new Set<string>()
  const facts = extractFacts(files, (method, path) => {
    // These apply to any resource, and say nothing about it.
    if (/\{(resourceId|parentResourcePath)\}/.test(path)) return false
    const asked = [...open].filter((request) => request.startsWith(`${method} `))
    const matched = asked.filter((request) => patternOf(path).test(request.slice(method.length + 1)))
    for (const request of matched) found.add(request)
    return matched.length > 0
  })
  for (const request of found) open.delete(request)
  if (found.size > 0) writeFileSync(join(factsFolder, `${api}.json`), `${JSON.stringify(facts)}\n`)
}
for (const request of open) process.stdout.write(`no facts of ${request}\n`)
