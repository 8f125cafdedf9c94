import { aPlan, customerManaged } from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import { longestFragment } from './link-fragment.ts'
import { planFragment, planFromFragment } from './plan-link.ts'

describe('a plan in a link', () => {
  it('comes back', async () => {
    const fragment = await planFragment(aPlan())
    expect(fragment).toMatch(/^#plan=[\w-]+$/)
    expect(await planFromFragment(fragment)).toEqual(aPlan())
  })

  it('of 60 regions with 8 disks, sets named by region, still fits', async () => {
    const luns = [0, 1, 2, 3, 4, 5, 6]
    const targetRegions = Array.from({ length: 60 }, (_, index) =>
      customerManaged(`region${index}`, {
        os: `des-region${index}-os`,
        ...Object.fromEntries(luns.map((lun) => [lun, `des-region${index}-${lun}`])),
      }),
    )
    const fragment = await planFragment(aPlan({ targetRegions }))
    expect(fragment.length).toBeLessThan(longestFragment)
    expect(await planFromFragment(fragment)).toMatchObject({ targetRegions })
  })

  it('that would be too long to pass on is refused with its length', async () => {
    const tags = Array.from({ length: 60 }, (_, index) => ({
      name: `tag${index}`,
      value: Array.from({ length: 250 }, (_unused, at) => ((index + 1) * (at + 7) * 7919) % 10_007).join(''),
    }))
    await expect(planFragment(aPlan({ tags }))).rejects.toMatchObject({ name: 'LinkTooLong' })
  })

  it('that is cut short or damaged gives none, and another fragment is none', async () => {
    const fragment = await planFragment(aPlan())
    expect(await planFromFragment(fragment.slice(0, -20))).toBeNull()
    expect(await planFromFragment('#plan=%%%')).toBeNull()
    expect(await planFromFragment('#plan=')).toBeNull()
    expect(await planFromFragment('#main')).toBeUndefined()
    expect(await planFromFragment('')).toBeUndefined()
  })

  it('that swells to more than any plan is refused', async () => {
    const bomb = new Blob(['x'.repeat(5_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw'))
    const bytes = Buffer.from(await new Response(bomb).arrayBuffer())
    expect(await planFromFragment(`#plan=${bytes.toString('base64url')}`)).toBeNull()
  })
})
