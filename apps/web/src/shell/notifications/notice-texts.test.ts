import type { OperationOutcome, UnderWayItem } from '@portal/portal-api'
import { describe, expect, it } from 'vitest'
import { noticeTexts } from './notice-texts.ts'
import { withNotice, type Notice } from './notice.ts'
import { notificationsEn, notificationsIt } from './notifications-texts.ts'

const group = '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/images/providers/Microsoft.Compute'
const id = `${group}/galleries/g/images/ubuntu-web/versions/2.0.0`
const item = (state: string): UnderWayItem => ({ id, kind: 'imageVersion', state })
const outcome = (state: OperationOutcome['state'], ...failures: OperationOutcome['failures']) => ({ state, failures })
const texts = (of: UnderWayItem, how: OperationOutcome, t = notificationsEn) =>
  noticeTexts({ item: of, outcome: how }, t, String)

describe('a notice', () => {
  it.each([
    ['Creating', outcome('succeeded'), 'success', 'ubuntu-web 2.0.0 created'],
    ['Updating', outcome('succeeded'), 'success', 'ubuntu-web 2.0.0 updated'],
    ['Deleting', outcome('gone'), 'success', 'ubuntu-web 2.0.0 deleted'],
    ['Deleting', outcome('succeeded'), 'info', 'No longer in progress: ubuntu-web 2.0.0'],
    ['Creating', outcome('gone'), 'info', 'No longer in progress: ubuntu-web 2.0.0'],
    ['Creating', outcome('inProgress'), 'info', 'No longer in progress: ubuntu-web 2.0.0'],
    ['Creating', outcome('failed'), 'error', 'Creation of ubuntu-web 2.0.0 failed'],
    ['Creating', outcome('canceled'), 'warning', 'Creation of ubuntu-web 2.0.0 canceled'],
  ])('of what was %s and is %o says so', (state, how, intent, title) => {
    expect(texts(item(state), how)).toMatchObject({ intent, title })
  })

  it('has what Azure says about each failed region, and how many more there are', () => {
    const failures = ['East US 2', 'West Europe', 'UK South'].map((region) => ({ region, message: 'No space.' }))
    expect(texts(item('Creating'), outcome('failed', ...failures)).details).toEqual([
      'East US 2: No space.',
      'West Europe: No space.',
      'More failures: 1',
    ])
    expect(texts(item('Creating'), outcome('failed', { region: 'UK South' })).details).toEqual(['UK South'])
  })

  it('leads to the page of its resource, or to where it was', () => {
    const idIn = (href: string) => new URLSearchParams(href.split('?')[1]).get('id')
    expect(idIn(texts(item('Creating'), outcome('succeeded')).href)).toBe(id)
    expect(idIn(texts(item('Deleting'), outcome('gone')).href)).toBe(`${group}/galleries/g/images/ubuntu-web`)
  })

  it('stands for all versions of a gallery that a run has deleted, as long as it is unread', () => {
    const noticeOf = (name: string, state: string, how: OperationOutcome['state']): Notice => ({
      item: { ...item(state), id: id.replace('ubuntu-web/versions/2.0.0', name) },
      outcome: outcome(how),
      at: '2026-11-24T10:00:00Z',
      isRead: false,
    })
    const run = ['a/versions/1.0.0', 'a/versions/1.1.0', 'b/versions/1.0.0'].map((name) =>
      noticeOf(name, 'Deleting', 'gone'),
    )
    const others = [
      noticeOf('a/versions/1.2.0', 'Deleting', 'failed'),
      noticeOf('a/versions/2.0.0', 'Creating', 'succeeded'),
    ]
    const [first, ...rest] = [...others, ...run].reduce<Notice[]>(withNotice, [])
    expect(rest).toHaveLength(2)
    expect(first && noticeTexts(first, notificationsEn, String)).toMatchObject({
      intent: 'success',
      title: '3 versions in g deleted',
      href: `/gallery?${new URLSearchParams({ id: `${group}/galleries/g` })}`,
    })
    const read = run.slice(0, 1).map((notice) => ({ ...notice, isRead: true }))
    expect(run.slice(1, 2).reduce<Notice[]>(withNotice, read)).toHaveLength(2)
  })

  it('names what a deployment is for', () => {
    const deployment = `${group.replace('Compute', 'Resources')}/deployments/disk-encryption-sets-1`
    expect(texts({ id: deployment, kind: 'preparation', state: 'Running' }, outcome('succeeded')).title).toBe(
      'Disk encryption sets in images created',
    )
  })

  it('names a campaign, what failed of it, and leads to its page', () => {
    const campaign = `${group.replace('Compute', 'Resources')}/deployments/encrypt-versions-0123456789abcdef`
    const ended = (how: OperationOutcome) => texts({ id: campaign, kind: 'campaign', state: 'Running' }, how)
    expect(ended(outcome('succeeded')).title).toBe('Encryption run 01234567 completed')
    expect(ended(outcome('failed', { region: 'ubuntu-web 3.0.1', message: 'No space.' }))).toMatchObject({
      title: 'Encryption run 01234567 ended with errors',
      details: ['ubuntu-web 3.0.1: No space.'],
      href: `/encrypt-versions?${new URLSearchParams({ id: campaign })}`,
    })
  })

  it('agrees in Italian', () => {
    const title = (state: string) => texts(item(state), outcome('succeeded'), notificationsIt).title
    expect([title('Creating'), title('Updating')]).toEqual([
      'ubuntu-web 2.0.0: creazione completata',
      'ubuntu-web 2.0.0: aggiornamento completato',
    ])
  })
})
