import type { JsonObject } from '../../json.ts'
import { ArmRefusal } from '../errors.ts'

/** 400: a query that exceeds its limits; Azure's own words for that are not public. */
export function tooMuchWork(): InvalidQuery {
  return new InvalidQuery('The query takes too much work: it makes too many rows, or too long texts and lists.')
}

/** 400 in Azure's words: the response would exceed the maximum number of characters. */
export function payloadTooLarge(size: number, limit: number): ArmRefusal {
  const message = `Response payload size is ${size}, and has exceeded the limit of ${limit}. Please consider querying less data at a time and make paginated call if needed.`
  const details = [{ code: 'ResponsePayloadTooLarge', message }]
  return new ArmRefusal(400, {
    code: 'BadRequest',
    message: 'Please provide below info when asking for support.',
    details,
  })
}

/**
 * 400: a query that can't be parsed, or one with a feature that this Resource Graph does not have; `reason` says which.
 */
export class InvalidQuery extends ArmRefusal {
  private readonly reason: { code: 'ParserFailure' | 'NotSupported'; message: string }
  constructor(message: string, code: 'ParserFailure' | 'NotSupported' = 'NotSupported') {
    super(400, { code: 'BadRequest', message: 'Please provide below info when asking for support.' })
    this.reason = { code, message }
  }

  override body(): JsonObject {
    const { code, message, reason } = this
    const invalid =
      'Query is invalid. Please refer to the documentation for the Azure Resource Graph service and fix the error before retrying.'
    return { error: { code, message, details: [{ code: 'InvalidQuery', message: invalid }, { ...reason }] } }
  }
}
