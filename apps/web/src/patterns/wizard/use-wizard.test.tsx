// @vitest-environment happy-dom
import { errorAt } from '@portal/image-version'
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { useWizard } from './use-wizard.ts'
import type { WizardTabs } from './wizard-tabs.ts'

const tabs: WizardTabs<'basics' | 'encryption' | 'review'> = {
  ids: ['basics', 'encryption', 'review'],
  tabOf: ([field]) => (field === 'name' ? 'basics' : 'encryption'),
}
const nameIssue = errorAt(['name'], 'VersionNameRequired', {})
const cellIssue = errorAt(['targetRegions', 0, 'encryption', 'osDiskImage'], 'DiskEncryptionSetRequired', {
  disk: 'os',
  region: 'westus',
})
function open() {
  const { hook, searchHook } = memoryLocation({ path: '/' })
  return renderHook(() => useWizard(tabs, [nameIssue, cellIssue], { isToldAtOnce: () => false }), {
    wrapper: ({ children }) => (
      <Router hook={hook} searchHook={searchHook}>
        {children}
      </Router>
    ),
  }).result
}

afterEach(cleanup)

describe('the issues of a wizard that are shown', () => {
  it('are none before a field or a tab was left', () => {
    expect(open().current.ofTab).toEqual([])
  })
  it('are those of a field that was left', () => {
    const wizard = open()
    act(() => wizard.current.onLeave(['name']))
    expect(wizard.current.ofTab).toEqual([nameIssue])
  })
  it('are those of a tab that was left', () => {
    const wizard = open()
    act(() => wizard.current.select('encryption'))
    expect(wizard.current.ofTab).toEqual([nameIssue])
  })
  it('are all once the review was shown', () => {
    const wizard = open()
    act(() => wizard.current.select('review'))
    act(() => wizard.current.select('basics'))
    expect(wizard.current.ofTab).toEqual([nameIssue, cellIssue])
  })
})
