import { expect, it } from 'vitest'
import { blocksOf } from './script-blocks.ts'

it('reads paragraphs, lists and what is marked in them', () => {
  expect(blocksOf('One **two**\nand *three*.\n\n1. Press `Enter`\n   twice\n2) Wait\n- Go')).toEqual([
    {
      type: 'paragraph',
      content: [
        { text: 'One ' },
        { text: 'two', look: 'strong' },
        { text: ' and ' },
        { text: 'three', look: 'emphasis' },
        { text: '.' },
      ],
    },
    {
      type: 'list',
      numbered: true,
      items: [[{ text: 'Press ' }, { text: 'Enter', look: 'code' }, { text: ' twice' }], [{ text: 'Wait' }]],
    },
    { type: 'list', numbered: false, items: [[{ text: 'Go' }]] },
  ])
})

it('leaves everything else as text', () => {
  const text = '<img src=x onerror=alert(1)> [here](javascript:alert(1)) **open 2 * 3'
  expect(blocksOf(text)).toEqual([{ type: 'paragraph', content: [{ text }] }])
})
