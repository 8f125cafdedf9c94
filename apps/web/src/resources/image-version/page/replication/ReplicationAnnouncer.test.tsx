// @vitest-environment happy-dom
import type { ImageVersion } from '@portal/portal-api'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { ReplicationAnnouncer } from './ReplicationAnnouncer.tsx'

function aVersion(progress: number, state: 'Replicating' | 'Completed' | 'Failed' = 'Replicating'): ImageVersion {
  return {
    id: 'id',
    name: '1.0.0',
    location: 'westus',
    tags: {},
    provisioningState: state === 'Replicating' ? 'Creating' : state === 'Completed' ? 'Succeeded' : 'Failed',
    excludeFromLatest: false,
    replicationMode: 'Full',
    allowDeletionOfReplicatedLocations: false,
    blockDeletionBeforeEndOfLife: false,
    sourceIds: [],
    dataDisks: [],
    targetRegions: [
      {
        name: 'westus',
        displayName: 'West US',
        regionalReplicaCount: 1,
        storageAccountType: 'Standard_LRS',
        excludeFromLatest: false,
        dataDiskImages: [],
        replication: { state, progress },
      },
    ],
    asOf: '2026-01-01T00:00:00Z',
  }
}

afterEach(cleanup)

it('W13: speaks at most once in ten seconds, and at once when the replication has ended', () => {
  let time = 1_000
  const now = () => time
  const { rerender } = render(<ReplicationAnnouncer version={aVersion(10)} now={now} />)
  const said = () => screen.getByRole('status').textContent
  expect(said()).toBe('Replication: 10%')
  time += 9_999
  rerender(<ReplicationAnnouncer version={aVersion(40)} now={now} />)
  expect(said()).toBe('Replication: 10%')
  time += 1
  rerender(<ReplicationAnnouncer version={aVersion(50)} now={now} />)
  expect(said()).toBe('Replication: 50%')
  expect(screen.getByRole('alert').textContent).toBe('')
  rerender(<ReplicationAnnouncer version={aVersion(100, 'Completed')} now={now} />)
  expect(screen.getByRole('alert').textContent).toBe('Replication completed in every target region')
})

it('is alarmed by a failure', () => {
  const { rerender } = render(<ReplicationAnnouncer version={aVersion(10)} />)
  rerender(<ReplicationAnnouncer version={aVersion(10, 'Failed')} />)
  expect(screen.getByRole('alert').textContent).toBe('Replication failed')
})

it('says nothing of a version that was done before the page was opened', () => {
  render(<ReplicationAnnouncer version={aVersion(100, 'Completed')} />)
  expect(screen.getByRole('alert').textContent).toBe('')
})
