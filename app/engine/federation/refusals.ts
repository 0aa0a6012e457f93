/** What STS says of tokens and assertions that it does not take. */
import { serviceError } from '../errors'

export const invalid = (message: string) => serviceError('InvalidIdentityToken', message)

export const expired = (message: string) => serviceError('ExpiredTokenException', message)

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html#API_AssumeRoleWithWebIdentity_Errors */
export const unverified = () =>
  invalid(
    'The web identity token that was passed could not be validated by AWS. Get a new identity token from the identity provider and then retry the request.'
  )

export const noKey = () =>
  invalid(
    "Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity documentation for requirements"
  )

export const unreachable = () =>
  serviceError(
    'IDPCommunicationError',
    'The request could not be fulfilled because the identity provider (IDP) that was asked to verify the incoming identity token could not be reached.'
  )

export const rejected = () =>
  serviceError(
    'IDPRejectedClaim',
    'The identity provider (IdP) reported that authentication failed. This might be because the claim is invalid.'
  )
