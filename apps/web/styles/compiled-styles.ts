import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { compileFunction } from 'node:vm'
import { resolveStyleRulesForSlots, type CSSRulesByBucket, type GriffelStyle } from '@griffel/core'
import { parseAst, type Plugin } from 'vite'

const require = createRequire(import.meta.url)
const fluent = '@fluentui/react-components'

// A node of the syntax tree (https://github.com/estree/estree), of which a few fields are read here.
interface SyntaxNode {
  type: string
  start: number
  end: number
  fields: ReadonlyMap<string, unknown>
}

/** What a name at the top of a module is: imported from somewhere, or declared by code of the module. */
type Origin = { from: string; imported: string } | { code: string; node: SyntaxNode }

type ImportModule = (from: string) => Promise<Record<string, unknown>>

/**
 * Vite's plugin that computes the styles of `makeStyles` while the portal is built, as Fluent has done for its own: the
 * browser then needs no CSS compiler, and no time for it. `makeStyles` stays as it is where a module cannot be read
 * like that, and in development.
 */
export function compiledStyles(): Plugin {
  return {
    name: 'compiled-styles',
    apply: 'build',
    // After JSX and types are gone.
    enforce: 'post',
    async transform(code, id) {
      if (id.includes('/node_modules/') || !code.includes('makeStyles(')) return undefined
      const importModule: ImportModule = async (from) => {
        // Node doesn't find what the ES modules of the pinned icons import without an extension.
        if (from === fluent) return recordOf(require(fluent))
        const resolved = await this.resolve(from, id)
        const address = resolved ? pathToFileURL(resolved.id).href : from
        return recordOf(await import(address))
      }
      try {
        return { code: await withCompiledStyles(code, importModule), map: null }
      } catch (error) {
        this.warn(`The styles are left to the browser: ${String(error)}`)
        return undefined
      }
    },
  }
}

/**
 * The same module with every `makeStyles({…})` replaced by its classes and CSS. `importModule` returns the modules that
 * its styles use. Throws if the styles depend on something that only a page has.
 */
export async function withCompiledStyles(code: string, importModule: ImportModule): Promise<string> {
  const program = nodesIn(parseAst(code))
  const origins = originsOf(program, code)
  const isMakeStyles = (name: string) => {
    const origin = origins.get(name)
    return origin !== undefined && 'from' in origin && origin.from === fluent && origin.imported === 'makeStyles'
  }
  const calls = program
    .flatMap(withDescendants)
    .filter((node) => node.type === 'CallExpression' && isMakeStyles(nameOf(nodeOf(node, 'callee'))))
  const parts: string[] = []
  let end = 0
  for (const call of calls) {
    const argument = nodeOf(call, 'arguments')
    const styles = argument === undefined ? {} : await valueOf(argument, { code, origins, importModule })
    if (!isStyles(styles)) throw new TypeError('makeStyles was called without an object')
    const [classes, rules] = resolveStyleRulesForSlots(styles)
    parts.push(
      code.slice(end, call.start),
      `compiledStyles(${JSON.stringify(classes)}, ${JSON.stringify(withoutRepeated(rules))})`,
    )
    end = call.end
  }
  return calls.length === 0
    ? code
    : `import { __styles as compiledStyles } from '${fluent}'\n${parts.join('')}${code.slice(end)}`
}

/** What a module exports, by name. */
export function recordOf(module: unknown): Record<string, unknown> {
  return typeof module === 'object' && module !== null ? { ...module } : {}
}

function isStyles(value: unknown): value is Record<string, GriffelStyle> {
  return typeof value === 'object' && value !== null
}

/** Each name at the top of a module. */
function originsOf(program: SyntaxNode[], source: string): Map<string, Origin> {
  const origins = new Map<string, Origin>()
  const declare = (name: SyntaxNode | undefined, code: string, node: SyntaxNode) =>
    name && namesIn(name).forEach((each) => origins.set(each, { code, node }))
  for (const statement of program) {
    const from = String(nodeOf(statement, 'source')?.fields.get('value'))
    if (statement.type === 'ImportDeclaration')
      for (const specifier of nodesOf(statement, 'specifiers'))
        origins.set(nameOf(nodeOf(specifier, 'local')), { from, imported: nameOf(nodeOf(specifier, 'imported')) })
    const declaration = nodeOf(statement, 'declaration') ?? statement
    const text = (node: SyntaxNode) => source.slice(node.start, node.end)
    if (declaration.type === 'FunctionDeclaration') declare(nodeOf(declaration, 'id'), text(declaration), declaration)
    for (const declarator of nodesOf(declaration, 'declarations'))
      declare(nodeOf(declarator, 'id'), `const ${text(declarator)};`, declarator)
  }
  return origins
}

interface Module {
  code: string
  origins: ReadonlyMap<string, Origin>
  importModule: ImportModule
}

/** The value of an expression at the top of a module, given the names that it uses. */
async function valueOf(expression: SyntaxNode, { code, origins, importModule }: Module): Promise<unknown> {
  const imports = new Map<string, unknown>()
  const visited = new Set<SyntaxNode>()
  const declarations: string[] = []
  const visit = async (node: SyntaxNode): Promise<void> => {
    for (const name of namesIn(node)) {
      const origin = origins.get(name)
      if (origin === undefined || imports.has(name)) continue
      if ('from' in origin) imports.set(name, (await importModule(origin.from))[origin.imported])
      else if (!visited.has(origin.node)) {
        visited.add(origin.node)
        // What it uses comes before it.
        await visit(origin.node)
        declarations.push(origin.code)
      }
    }
  }
  await visit(expression)
  const body = `${declarations.join('\n')}\nreturn (${code.slice(expression.start, expression.end)})`
  const value: unknown = Reflect.apply(compileFunction(body, [...imports.keys()]), undefined, [...imports.values()])
  return value
}

// A rule that several slots share is written once.
function withoutRepeated(rules: CSSRulesByBucket): CSSRulesByBucket {
  return Object.fromEntries(
    Object.entries(rules).map(([bucket, entries]) => [
      bucket,
      [...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values()],
    ]),
  )
}

/** The names that an expression refers to, or a pattern declares; those of properties are none. */
function namesIn(node: SyntaxNode): string[] {
  if (node.type === 'Identifier') return [nameOf(node)]
  const named = node.fields.get('computed') === true ? [] : ['property', ...(node.type === 'Property' ? ['key'] : [])]
  return [...node.fields].flatMap(([field, value]) => (named.includes(field) ? [] : nodesIn(value).flatMap(namesIn)))
}

function withDescendants(node: SyntaxNode): SyntaxNode[] {
  return [node, ...[...node.fields.values()].flatMap(nodesIn).flatMap(withDescendants)]
}

function nameOf(node: SyntaxNode | undefined): string {
  const name = node?.fields.get('name')
  return typeof name === 'string' ? name : ''
}

function nodeOf(node: SyntaxNode, field: string): SyntaxNode | undefined {
  return nodesOf(node, field)[0]
}

function nodesOf(node: SyntaxNode, field: string): SyntaxNode[] {
  return nodesIn(node.fields.get(field))
}

/** The nodes that a field of the tree holds: itself, those of a list, or the statements of a program. */
function nodesIn(value: unknown): SyntaxNode[] {
  if (Array.isArray(value)) return value.flatMap((each: unknown) => nodesIn(each))
  if (typeof value !== 'object' || value === null || !('type' in value)) return []
  const fields = new Map<string, unknown>(Object.entries(value))
  if (value.type === 'Program') return nodesIn(fields.get('body'))
  return [{ type: String(value.type), start: Number(fields.get('start')), end: Number(fields.get('end')), fields }]
}
