import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import * as z from 'zod/mini'

const description = z.object({ name: z.string(), version: z.string(), license: z.string() })

/**
 * Vite lists the licenses of what the pages bundle, but not those of workers only. The workers' plugin records their
 * packages; the pages' plugin, which runs later, adds the missing ones to `fileName`.
 */
export function workerLicences(fileName: string): { ofWorkers: Plugin; ofPages: Plugin } {
  const folders = new Set<string>()
  return {
    ofWorkers: {
      name: 'worker-licences:workers',
      generateBundle(_, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        for (const id of chunks.flatMap(({ moduleIds }) => moduleIds)) {
          const [folder] = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id) ?? []
          if (folder !== undefined && !id.startsWith('\0')) folders.add(folder)
        }
      },
    },
    ofPages: {
      name: 'worker-licences:pages',
      generateBundle: {
        order: 'post',
        async handler(_, bundle) {
          const list = Object.values(bundle).find((file) => file.fileName === fileName)
          if (list?.type !== 'asset') throw new Error(`There is no ${fileName} to add the licences of workers to`)
          let text = String(list.source)
          for (const folder of folders) {
            const entry = await licenceOf(folder)
            if (!text.includes(headingOf(entry))) text += entry
          }
          list.source = text
        },
      },
    },
  }
}

async function licenceOf(folder: string): Promise<string> {
  const { name, version, license } = description.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')))
  const file = (await readdir(folder)).find((each) => /^(licen[cs]e|copying)/i.test(each))
  const text = file === undefined ? '' : (await readFile(join(folder, file), 'utf8')).trim()
  return `\n## ${name} - ${version} (${license})\n\n${text}\n`
}

function headingOf(entry: string): string {
  return entry.trimStart().split('\n', 1)[0] ?? entry
}
