import { Link, makeStyles, tokens } from '@fluentui/react-components'
import { useFormats } from '../../../../i18n/formats.ts'
import { StateLabel } from '../../../../ui/StateLabel.tsx'
import { QuotaMark } from '../../../gallery/parts/GalleryQuotas.tsx'
import { usePostureTexts } from '../../texts/posture-texts.ts'
import { useCoverage } from './use-coverage.ts'

const useStyles = makeStyles({
  // There before the answer is, so that nothing moves; on a narrow window it has two lines.
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '24px',
    marginBottom: tokens.spacingVerticalL,
    '@media (max-width: 639px)': { minHeight: '48px' },
  },
})

/** Where the details of the coverage are on the page. */
export const coverageAnchor = 'coverage'

/** Whether the figures are of everything, in one line. */
export function CoverageLine() {
  const styles = useStyles()
  const { coverage: t } = usePostureTexts()
  const { number } = useFormats()
  const { coverage } = useCoverage()
  return (
    <div className={styles.line} role="status">
      {coverage && (
        <>
          <StateLabel look={coverage.isPartial ? 'warning' : 'done'}>
            {coverage.isPartial ? t.partial : t.included(number(coverage.included))}
          </StateLabel>
          <Link href={`#${coverageAnchor}`}>{t.details}</Link>
          <QuotaMark />
        </>
      )}
    </div>
  )
}
