import { makeStyles, tokens } from '@fluentui/react-components'
import { postureSubject } from '@portal/portal-api'
import { Panel } from '../../../ui/Panel.tsx'
import { shows } from '../../../ui/shows.ts'
import { Stack } from '../../../ui/Stack.tsx'
import { QuotaSection } from '../../gallery/parts/GalleryQuotas.tsx'
import { CoverageLine } from './coverage/CoverageLine.tsx'
import { CoverageSection } from './coverage/CoverageSection.tsx'
import { useCoverage } from './coverage/use-coverage.ts'
import { PostureList } from './figures/PostureList.tsx'
import { PostureMap } from './figures/PostureMap.tsx'
import { PostureTile } from './figures/PostureTile.tsx'

const useStyles = makeStyles({
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 330px), 1fr))',
    gap: tokens.spacingHorizontalL,
    // one that has nothing to show is small
    alignItems: 'start',
  },
})

/** How much of the estate is encrypted with whose keys. */
export function Posture() {
  const styles = useStyles()
  const { nameOf } = useCoverage()
  return (
    <>
      <CoverageLine />
      <Stack gap="L">
        <div className={styles.tiles} {...shows('posture-tiles')}>
          {postureSubject.options.map((of) => (
            <PostureTile key={of} of={of} />
          ))}
        </div>
        <Panel>
          <PostureMap />
        </Panel>
        <Panel>
          <PostureList />
        </Panel>
        <Panel>
          <CoverageSection />
        </Panel>
        <Panel>
          <QuotaSection nameOf={nameOf} />
        </Panel>
      </Stack>
    </>
  )
}
