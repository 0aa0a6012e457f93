/** Two operations that look something up, and change nothing. */
import type { StsOperations } from '../api'
import { readAuthorizationMessage } from '../authorization-message'
import { serviceError } from '../errors'
import { accountOfKey } from '../ids'
import type { OperationTable } from '../kernel'
import { constrain } from './params'
import { given } from './sts-params'

const checkKey = constrain({
  AccessKeyId: { required: true, min: 16, max: 128, pattern: /^\w*$/, shown: '[\\w]*' },
})

const checkMessage = constrain({ EncodedMessage: { required: true, min: 1, max: 10_240 } })

type Lookups = 'GetAccessKeyInfo' | 'DecodeAuthorizationMessage'

export const lookupOperations: Pick<OperationTable<StsOperations>, Lookups> = {
  /**
   * The account is in the key itself, so that a key may be gone, or another's.
   * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html
   */
  GetAccessKeyInfo: {
    check: checkKey,
    on: () => ({ arn: '*' }),
    run: ({ input }) => {
      const account = accountOfKey(given(input.AccessKeyId))
      if (account === undefined) {
        throw serviceError(
          'ValidationError',
          'The specified value for accessKeyId is invalid.'
        )
      }
      return { Account: account }
    },
  },

  /** https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html */
  DecodeAuthorizationMessage: {
    readOnly: true,
    check: checkMessage,
    on: () => ({ arn: '*' }),
    run: ({ input }) => {
      const message = readAuthorizationMessage(given(input.EncodedMessage))
      if (message === undefined) {
        throw serviceError('InvalidAuthorizationMessageException', 'Message is not valid')
      }
      return { DecodedMessage: message }
    },
  },
}
