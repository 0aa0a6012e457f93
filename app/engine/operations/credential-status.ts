import { serviceError } from '../errors'

/**
 * The status that a key or certificate is given. AWS alone lets one expire: a recorded answer.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateServiceSpecificCredential.html
 */
export function newStatus(status: string | undefined) {
  if (status === 'Active' || status === 'Inactive') return status
  throw serviceError('InvalidInput', `Operation does not support status ${status}`)
}
