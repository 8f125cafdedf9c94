import { expect, it } from 'vitest'
import * as z from 'zod/mini'
import { answers, azureAt, startScriptedArm } from '../../testing/arm.ts'
import { kqlText, queryResourceGraph } from './resource-graph.ts'

it('writes no text into a query that could end its literal', () => {
  expect(kqlText(String.raw`it's a \ 'name'`)).toBe(String.raw`'it\'s a \\ \'name\''`)
  expect(kqlText('two\nlines')).toBe("'two lines'")
})

it('goes on from page to page with the token of the last one', async () => {
  const arm = await startScriptedArm()
  arm.script = [answers(200, { data: [{ id: 'one' }], $skipToken: 'next' }), answers(200, { data: [{ id: 'two' }] })]
  const { azure, close } = azureAt(arm.url)
  const rows = await queryResourceGraph(azure, z.object({ id: z.string() }), { query: 'resources | project id' })
  expect(rows).toEqual([{ id: 'one' }, { id: 'two' }])
  expect(arm.received.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
    { query: 'resources | project id', options: { resultFormat: 'objectArray' } },
    { query: 'resources | project id', options: { resultFormat: 'objectArray', $skipToken: 'next' } },
  ])
  await close()
  await arm.close()
})
