import { isServiceError, ServiceError } from '~/engine'

/** What the endpoint itself refuses. `details` are what S3 prints beside code and message. */
export class Refusal extends ServiceError {
  readonly details: Record<string, string>

  constructor(
    status: number,
    code: string,
    message: string,
    details: Record<string, string> = {}
  ) {
    super(code, message, status)
    this.details = details
  }
}

export const refusal = (...args: ConstructorParameters<typeof Refusal>) =>
  new Refusal(...args)

/**
 * Whatever was thrown, as something that a service would say: what nobody foresaw is a failure
 * of the service. https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
 */
export const toServiceError = (error: unknown): ServiceError =>
  isServiceError(error)
    ? error
    : refusal(
        500,
        'InternalFailure',
        'The request processing has failed because of an unknown error, exception or failure.'
      )
