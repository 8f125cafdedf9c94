import { blankPlan } from '@portal/image-version'
import { decodeArmError } from '@portal/version-rules'
import { ArmRefusal, NoClearAnswer } from './arm-reply.ts'
import { OutcomeUnknown, RefusedPlan } from './write-refusals.ts'

/**
 * Awaits one write of a resource other than a version; after an unclear response, `wasTakenOn` reads the result. Throws
 * `RefusedPlan` with the meaning of Azure's refusal, `NoClearAnswer` if nothing was done, or `OutcomeUnknown`.
 */
export async function atMostOnce(sending: Promise<unknown>, wasTakenOn: () => Promise<boolean>): Promise<void> {
  try {
    await sending
  } catch (error) {
    // 401 concerns the caller
    if (error instanceof ArmRefusal && error.status !== 401)
      throw new RefusedPlan(error, decodeArmError(error.arm, { plan: blankPlan(''), diskEncryptionSets: [] }))
    if (!(error instanceof NoClearAnswer)) throw error
    const isTakenOn = await wasTakenOn().catch((failure: unknown) => {
      throw new OutcomeUnknown({ cause: failure })
    })
    if (!isTakenOn) throw error
  }
}
