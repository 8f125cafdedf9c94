import { existsSync } from 'node:fs'
// Checks the allowed imports (.dependency-cruiser.cjs) in the tree. Run alone, it lists the breaches and exits with 1.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise } from 'dependency-cruiser'
import { root } from '../run-step.mjs'

const require = createRequire(import.meta.url)

// swc's visitor, which dependency-cruiser uses, stops at `using`: its parser supports the statement, but its list does
// not. Its declarations are visited like any others.
const { Visitor } = require('@swc/core/Visitor.js')
const visitStatement = Visitor.prototype.visitStatement
Visitor.prototype.visitStatement = function (statement) {
  if (statement.type !== 'UsingDeclaration') return visitStatement.call(this, statement)
  // Its declarations are named otherwise than those of `const`.
  for (const { init } of statement.decls) if (init) this.visitExpression(init)
  return statement
}

/**
 * Every forbidden import below a folder laid out like this project.
 * @param {string} baseDir
 * @returns {Promise<{ modules: number, breaches: { rule: string, from: string, to: string, comment: string }[] }>}
 */
export async function breachesIn(baseDir) {
  const { forbidden, options } = require('../../.dependency-cruiser.cjs')
  const folders = ['packages', 'apps', 'e2e', 'scripts', 'bench'].filter((folder) => existsSync(join(baseDir, folder)))
  const { output } = await cruise(
    folders,
    { ...options, baseDir, validate: true, ruleSet: { forbidden } },
    options.enhancedResolveOptions,
  )
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text instead of its result')
  const comments = new Map(forbidden.map((rule) => [rule.name, rule.comment]))
  return {
    modules: output.modules.filter((module) => /^(packages|apps|e2e)\/.*\.tsx?$/.test(module.source)).length,
    breaches: output.summary.violations.map(({ rule, from, to, cycle }) => ({
      rule: rule.name,
      from,
      to: cycle ? cycle.map((step) => step.name).join(' -> ') : to,
      comment: comments.get(rule.name) ?? '',
    })),
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { modules, breaches } = await breachesIn(root)
  // A parser that reads nothing finds nothing wrong.
  if (modules === 0) {
    console.error('No TypeScript file was read: is @swc/core installed?')
    process.exit(1)
  }
  for (const { rule, from, to, comment } of breaches) console.log(`${from} -> ${to}\n  ${rule}: ${comment}`)
  console.log(`${modules} files, ${breaches.length} forbidden imports`)
  process.exitCode = breaches.length === 0 ? 0 : 1
}
