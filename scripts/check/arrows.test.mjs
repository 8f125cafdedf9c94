import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { breachesIn } from './arrows.mjs'

/** A project with this layout and one or two valid files in each part. */
const house = {
  'packages/arm/package.json': { name: '@portal/arm', type: 'module', exports: { '.': './src/index.ts' } },
  'packages/arm/src/index.ts': `export * from './region-name.ts'`,
  'packages/arm/src/region-name.ts': `export const regionName = (name: string): string => name`,
  'packages/disk-encryption/package.json': {
    name: '@portal/disk-encryption',
    type: 'module',
    exports: { '.': './src/index.ts' },
  },
  'packages/disk-encryption/src/index.ts': `export const set = 1`,
  'packages/image-version/package.json': {
    name: '@portal/image-version',
    type: 'module',
    exports: { '.': './src/index.ts', './testing': './src/testing/plans.ts' },
    dependencies: { '@portal/arm': '0.1.0', zod: '4.0.0' },
  },
  'packages/image-version/src/index.ts': `export * from './check.ts'`,
  'packages/image-version/src/check.ts': `import * as z from 'zod/mini'\nimport { regionName } from '@portal/arm'\nexport const check = (name: string) => [z, regionName(name)]`,
  'packages/image-version/src/testing/plans.ts': `export const aPlan = () => ({})`,
  'packages/portal-api/package.json': {
    name: '@portal/portal-api',
    type: 'module',
    exports: { '.': './src/index.ts' },
    dependencies: { '@portal/arm': '0.1.0', '@portal/image-version': '0.1.0', zod: '4.0.0' },
  },
  'packages/portal-api/src/index.ts': `export { check } from '@portal/image-version'`,
  'packages/azure-simulator/package.json': {
    name: '@portal/azure-simulator',
    type: 'module',
    exports: { '.': './src/index.ts' },
    dependencies: { '@portal/arm': '0.1.0', express: '5.0.0' },
  },
  'packages/azure-simulator/src/index.ts': `import express from 'express'\nimport { regionName } from '@portal/arm'\nexport const start = () => [express, regionName]`,
  'apps/bff/package.json': {
    name: '@portal/bff',
    type: 'module',
    exports: { '.': './src/app.ts', './demo': './src/demo.ts' },
    dependencies: {
      '@portal/arm': '0.1.0',
      '@portal/image-version': '0.1.0',
      '@portal/portal-api': '0.1.0',
      express: '5.0.0',
    },
    devDependencies: { '@portal/azure-simulator': '0.1.0' },
  },
  'apps/bff/src/app.ts': `import express from 'express'\nimport { check } from '@portal/image-version'\nexport const createApp = () => [express, check]`,
  'apps/bff/src/demo.ts': `import { start } from '@portal/azure-simulator'\nimport { createApp } from './app.ts'\nexport const demo = [start, createApp]`,
  'apps/web/package.json': {
    name: '@portal/web',
    type: 'module',
    dependencies: { '@azure/msal-browser': '5.0.0', '@portal/image-version': '0.1.0', '@portal/portal-api': '0.1.0' },
  },
  'apps/web/src/routes.tsx': `export const pages = [() => import('./resources/gallery/GalleriesPage.tsx')]`,
  'apps/web/src/auth/authentication.ts': `import * as msal from '@azure/msal-browser'\nexport const authentication = msal`,
  'apps/web/src/resources/gallery/GalleriesPage.tsx': `import { check } from '@portal/portal-api'\nexport const GalleriesPage = () => <p>{String(check)}</p>`,
  'apps/web/src/resources/image-version/page/ImageVersionPage.tsx': `export const ImageVersionPage = () => <p />`,
  'e2e/start.ts': `import '@portal/bff/demo'`,
  'node_modules/zod/package.json': { name: 'zod', type: 'module', exports: { './mini': './mini.js' } },
  'node_modules/zod/mini.js': `export const string = 1`,
  'node_modules/express/package.json': { name: 'express', type: 'module', exports: './index.js' },
  'node_modules/express/index.js': `export default 1`,
  'node_modules/@azure/msal-browser/package.json': {
    name: '@azure/msal-browser',
    type: 'module',
    exports: './index.js',
  },
  'node_modules/@azure/msal-browser/index.js': `export const a = 1`,
  'package.json': { name: 'house', workspaces: ['packages/*', 'apps/*'], devDependencies: { vitest: '1.0.0' } },
}

/** @type {string[]} */
const folders = []
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })))

function build(extra) {
  const folder = mkdtempSync(join(tmpdir(), 'arrows-'))
  folders.push(folder)
  for (const [path, content] of Object.entries({ ...house, ...extra })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content))
  }
  mkdirSync(join(folder, 'node_modules/@portal'))
  for (const name of ['arm', 'version-update', 'disk-encryption', 'image-version', 'portal-api', 'azure-simulator'])
    symlinkSync(`../../packages/${name}`, join(folder, 'node_modules/@portal', name))
  for (const name of ['bff', 'web']) symlinkSync(`../../apps/${name}`, join(folder, 'node_modules/@portal', name))
  return folder
}

/** The rules that a house breaks when these files are added to it, each once, in order. */
async function broken(extra) {
  const { breaches } = await breachesIn(build(extra))
  return [...new Set(breaches.map(({ rule }) => rule))].toSorted()
}

describe('arrows', () => {
  it('lets the sound house stand', async () => {
    const { modules, breaches } = await breachesIn(build({}))
    expect(breaches).toEqual([])
    expect(modules).toBe(15)
  })

  it.each([
    [
      'the simulator on our rules',
      {
        'packages/azure-simulator/src/refuse.ts': `import { check } from '@portal/image-version'\nexport const a = check`,
      },
      'azure-simulator-arrows',
    ],
    [
      'the simulator on our types alone',
      {
        'packages/azure-simulator/src/refuse.ts': `import type { check } from '@portal/image-version'\nexport type A = typeof check`,
      },
      'azure-simulator-arrows',
    ],
    [
      'the simulator on our rules, loaded late',
      {
        'packages/azure-simulator/src/refuse.ts': `export async function a() { return (await import('@portal/image-version')).check }`,
      },
      'azure-simulator-arrows',
    ],
    [
      'the simulator on our rules, beside a resource that closes itself',
      {
        'packages/azure-simulator/src/refuse.ts': `export async function a() { await using b = { [Symbol.asyncDispose]: async () => (await import('@portal/image-version')).check }\n  return b }`,
      },
      'azure-simulator-arrows',
    ],
    [
      'a composition of ui on the sign-in',
      {
        'apps/web/src/ui/Greeting.tsx': `import { authentication } from '../auth/authentication.ts'\nexport const a = authentication`,
      },
      'ui-knows-no-portal',
    ],
    [
      'a composition of ui on a pattern',
      {
        'apps/web/src/patterns/key-health/Light.tsx': `export const Light = () => <p />`,
        'apps/web/src/ui/Row.tsx': `import { Light } from '../patterns/key-health/Light.tsx'\nexport const a = Light`,
      },
      'ui-knows-no-portal',
    ],
    [
      'a pattern on the shell',
      {
        'apps/web/src/shell/Bar.tsx': `export const Bar = () => <p />`,
        'apps/web/src/patterns/key-health/Light.tsx': `import { Bar } from '../../shell/Bar.tsx'\nexport const a = Bar`,
      },
      'patterns-below-resources',
    ],
    [
      'a pattern on a resource',
      {
        'apps/web/src/patterns/key-health/Light.tsx': `import { GalleriesPage } from '../../resources/gallery/GalleriesPage.tsx'\nexport const a = GalleriesPage`,
      },
      'patterns-below-resources',
    ],
    [
      'a resource on the shell',
      {
        'apps/web/src/shell/Bar.tsx': `export const Bar = () => <p />`,
        'apps/web/src/resources/gallery/Row.tsx': `import { Bar } from '../../shell/Bar.tsx'\nexport const a = Bar`,
      },
      'resources-below-shell',
    ],
    [
      'texts on a part',
      {
        'apps/web/src/patterns/key-health/Light.tsx': `export const Light = () => <p />`,
        'apps/web/src/resources/gallery/texts/gallery-texts.ts': `import { Light } from '../../../patterns/key-health/Light.tsx'\nexport const a = Light`,
      },
      'texts-know-no-parts',
    ],
    [
      'a room of the server on one above it',
      {
        'apps/bff/src/azure/under-way/under-way.ts': `export const list = []`,
        'apps/bff/src/azure/deployments/deployments.ts': `import { list } from '../under-way/under-way.ts'\nexport const a = list`,
      },
      'deployments-climbs',
    ],
    [
      'what serves HTTP on a noun of Azure',
      {
        'apps/bff/src/azure/image-versions/image-versions.ts': `export const list = []`,
        'apps/bff/src/http/own-origin.ts': `import { list } from '../azure/image-versions/image-versions.ts'\nexport const a = list`,
      },
      'http-climbs',
    ],
    [
      'the domain on a framework',
      { 'packages/image-version/src/serve.ts': `import express from 'express'\nexport const a = express` },
      'pure-packages-import-zod-only',
    ],
    [
      'the domain on the file system',
      { 'packages/image-version/src/read.ts': `import { readFileSync } from 'node:fs'\nexport const a = readFileSync` },
      'pure-packages-import-zod-only',
    ],
    [
      'a package of the domain on one of a floor above',
      { 'packages/disk-encryption/src/check.ts': `export { check } from '@portal/image-version'` },
      'disk-encryption-arrows',
    ],
    [
      'a package of the domain on its neighbour',
      {
        'packages/campaign/src/check.ts': `import { set } from '@portal/version-update'\nexport const a = set`,
        'packages/version-update/package.json': {
          name: '@portal/version-update',
          type: 'module',
          exports: { '.': './src/index.ts' },
        },
        'packages/version-update/src/index.ts': `export const set = 1`,
      },
      'campaign-arrows',
    ],
    [
      'arm on anything of ours',
      { 'packages/arm/src/plan.ts': `export { check } from '@portal/image-version'` },
      'arm-arrows',
    ],
    [
      'the calls on the server',
      { 'packages/portal-api/src/app.ts': `import { createApp } from '@portal/bff'\nexport const a = createApp` },
      'portal-api-arrows',
    ],
    [
      'a resource on the page of another',
      {
        'apps/web/src/resources/gallery/Row.tsx': `import { ImageVersionPage } from '../image-version/page/ImageVersionPage.tsx'\nexport const Row = () => <ImageVersionPage />`,
      },
      'resources-meet-by-parts',
    ],
    [
      "the web's ui on a resource",
      {
        'apps/web/src/ui/Row.tsx': `export { ImageVersionPage } from '../resources/image-version/page/ImageVersionPage.tsx'`,
      },
      'ui-knows-no-portal',
    ],
    [
      'the web on arm',
      { 'apps/web/src/paths.ts': `import { regionName } from '@portal/arm'\nexport const a = regionName` },
      'web-arrows',
    ],
    [
      'the web on the server',
      { 'apps/web/src/paths.ts': `import type { createApp } from '@portal/bff'\nexport type A = typeof createApp` },
      'web-arrows',
    ],
    [
      'MSAL outside auth/',
      {
        'apps/web/src/shell/Menu.tsx': `export const Menu = () => <button onClick={() => import('@azure/msal-browser')} />`,
      },
      'msal-has-one-door',
    ],
    [
      'the server on the simulator',
      { 'apps/bff/src/main.ts': `import { start } from '@portal/azure-simulator'\nexport const a = start` },
      'simulator-only-in-demo',
    ],
    [
      'the server on its demo',
      { 'apps/bff/src/main.ts': `import { demo } from './demo.ts'\nexport const a = demo` },
      'demo-is-an-entry',
    ],
    [
      'a file inside a package, by path',
      {
        'apps/bff/src/judge.ts': `import { check } from '../../../packages/image-version/src/check.ts'\nexport const a = check`,
      },
      'packages-by-name',
    ],
    [
      "a package's door, by path",
      {
        'apps/bff/src/judge.ts': `import { check } from '../../../packages/image-version/src/index.ts'\nexport const a = check`,
      },
      'packages-not-by-path',
    ],
    [
      'a file inside a package, by name',
      { 'apps/bff/src/judge.ts': `import { check } from '@portal/image-version/src/check.ts'\nexport const a = check` },
      'resolvable',
    ],
    [
      'what is only for tests',
      { 'apps/bff/src/judge.ts': `import { aPlan } from '@portal/image-version/testing'\nexport const a = aPlan` },
      'testing-is-for-tests',
    ],
    [
      'what chance makes',
      {
        'apps/bff/src/testing/fuzz/random-request.ts': `export const a = 1`,
        'apps/bff/src/judge.ts': `export { a } from './testing/fuzz/random-request.ts'`,
      },
      'testing-is-for-tests',
    ],
    [
      'a cycle',
      {
        'apps/bff/src/a.ts': `import { b } from './b.ts'\nexport const a = () => b`,
        'apps/bff/src/b.ts': `import { c } from './c.ts'\nexport const b = () => c`,
        'apps/bff/src/c.ts': `import { a } from './a.ts'\nexport const c = () => a`,
      },
      'no-cycles',
    ],
    [
      'a package that is not declared',
      { 'apps/web/src/api.ts': `import express from 'express'\nexport const a = express` },
      'declared',
    ],
  ])('catches %s', async (_, extra, rule) => {
    expect(await broken(extra)).toContain(rule)
  })

  it('lets a test use the simulator, the test tools and files', async () => {
    expect(
      await broken({
        'apps/bff/src/app.test.ts': `import { start } from '@portal/azure-simulator'\nimport { aPlan } from '@portal/image-version/testing'\nimport { readFileSync } from 'node:fs'\nexport const a = [start, aPlan, readFileSync]`,
      }),
    ).toEqual([])
  })
})
